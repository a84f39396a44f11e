package org.ganatelier.ui.charts;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Minimax;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.Wasserstein;
import org.ganatelier.project.BenchNets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.text.Words;
import org.ganatelier.train.Edit;
import org.ganatelier.train.History;
import org.ganatelier.train.LiveSetting;
import org.ganatelier.train.LiveSettings;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.train.quality.Estimate;
import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.Score;
import org.ganatelier.train.quality.ScorePoint;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Made-up histories that look like those of real runs. */
final class Histories {
    /** Of every made-up distance. */
    static final float SPREAD = 1.9f;

    private static final Experiment CLASSROOM = classroom();

    private Histories() {}

    /** Nothing measured yet. */
    static History empty() {
        return new History(CLASSROOM);
    }

    /** D is ahead at first, then the two come closer; single batches are noisy, a few wild. */
    static History of(int steps) {
        History history = empty();
        extend(history, steps);
        return history;
    }

    /** Goes on with more steps. */
    static void extend(History history, int steps) {
        long first = history.lastStep() + 1;
        for (long step = first; step < first + steps; step++) {
            history.add(at(step, new Random(step * 0x9E3779B97F4A7C15L)));
        }
    }

    /** The minimax game, in which G's loss is below zero. */
    static History minimax(int steps) {
        var history = of(new Objective(new Minimax()));
        for (long step = 1; step <= steps; step++) {
            Metrics m = at(step, new Random(step));
            history.add(
                    metrics(
                            step,
                            Math.log(1 - m.dFake()),
                            m.discriminatorLoss(),
                            m.dReal(),
                            m.dFake()));
        }
        return history;
    }

    /** A game whose scores are fixed only up to a constant. */
    static History critic(int steps) {
        var history = of(new Objective(new Wasserstein()));
        extend(history, steps);
        return history;
    }

    /** R1 at every 16th step, and a rate of D that falls from 0.001 to 0.0001 in 1,000 steps. */
    static History penalised(int steps) {
        var falling = new Schedule(Schedule.Kind.LINEAR, 1_000, 0.1);
        Experiment experiment =
                CLASSROOM
                        .withObjective(CLASSROOM.objective().withR1(1))
                        .withTraining(
                                t ->
                                        t.withOptimizer(
                                                Side.DISCRIMINATOR,
                                                new OptimizerSpec(1e-3, 0.5, 0.999)
                                                        .withSchedule(falling)));
        var history = new History(experiment);
        for (long step = 1; step <= steps; step++) {
            Metrics m = at(step, new Random(step));
            history.add(
                    new Metrics(
                            step,
                            m.epoch(),
                            m.seconds(),
                            m.generatorLoss(),
                            m.discriminatorLoss(),
                            m.dReal(),
                            m.dFake(),
                            m.imagesPerSecond(),
                            step % 16 == 1 ? 0.125 : Double.NaN,
                            Double.NaN,
                            Double.NaN,
                            List.of(),
                            Double.NaN,
                            Double.NaN));
        }
        return history;
    }

    private static History of(Objective objective) {
        return new History(CLASSROOM.withObjective(objective));
    }

    private static Experiment classroom() {
        try {
            return BenchNets.load("classroom").withObjective(new Objective(new NonSaturating()));
        } catch (ProjectException missing) {
            throw new AssertionError(missing);
        }
    }

    /** A score, beside real images at a distance of 1.2. */
    static ScorePoint score(long step, double distance, int classes) {
        List<Double> shares =
                IntStream.range(0, 10).mapToObj(i -> i < classes ? 1.0 / classes : 0.0).toList();
        return new ScorePoint(
                step, new Score(quality(distance, SPREAD, shares), quality(1.2, 0.1, shares)));
    }

    private static Quality quality(double distance, double spread, List<Double> shares) {
        return new Quality(
                500,
                new Estimate(500, distance, spread),
                0.9,
                new Coverage(shares),
                Optional.empty());
    }

    /** What is drawn of a history without scores. */
    static Material material(History history) {
        return new Material(history, List.of());
    }

    /** A curve of a whole history, as it is drawn at first. */
    static Smoothed smoothed(History history, PlotCurve trace, int most) {
        return Smoothed.of(material(history), trace, Frame.whole(history), most, Smoothing.NORMAL);
    }

    /** A picture of a whole history, as it is drawn at first. */
    static Frame frame(History history, PlotKind kind, double width, double height) {
        return frame(history, kind, Look.PLAIN, Frame.whole(history), width, height);
    }

    /** A picture of a part of a history. */
    static Frame frame(
            History history, PlotKind kind, Look look, Span part, double width, double height) {
        return Frame.of(
                material(history),
                PlotSpec.of(kind, Words.english()),
                look,
                part,
                Scale.UNIT,
                width,
                height);
    }

    /** A change of D's learning rate. */
    static Edit rate(long step, String before, String after) {
        LiveSetting rate =
                LiveSettings.at("training.discriminatorOptimizer.learningRate").orElseThrow();
        return new Edit(step, rate, before, after);
    }

    static Metrics metrics(long step, double g, double d, double real, double fake) {
        return new Metrics(step, step / 468.0, step / 61.0, g, d, real, fake, 3900);
    }

    private static Metrics at(long step, Random random) {
        double ahead = 0.85 * Math.exp(-step / 900.0) + 0.75 + 0.12 * Math.sin(step / 700.0);
        ahead *= 1 - Math.exp(-step / 12.0);
        double score = 0.8 * ahead;
        double real = sigmoid(score + 0.35 * random.nextGaussian());
        double fake = sigmoid(-score - 0.45 * Math.abs(random.nextGaussian()) + 0.2);
        double wild = random.nextInt(400) == 0 ? 3 + 6 * random.nextDouble() : 0;
        double g = -Math.log(fake) + 0.25 * Math.abs(random.nextGaussian()) + wild;
        double d = -Math.log(real) - Math.log(1 - fake);
        return metrics(step, g, d, real, fake);
    }

    private static double sigmoid(double score) {
        return 1 / (1 + Math.exp(-score));
    }
}
