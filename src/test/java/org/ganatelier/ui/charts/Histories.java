package org.ganatelier.ui.charts;

import org.ganatelier.spec.Objective;
import org.ganatelier.train.Edit;
import org.ganatelier.train.History;
import org.ganatelier.train.LiveSetting;
import org.ganatelier.train.LiveSettings;
import org.ganatelier.train.Metrics;

import java.util.Random;

/** Made-up histories that look like those of real runs. */
final class Histories {
    private static final Objective NON_SATURATING = new Objective(Objective.Kind.NON_SATURATING);

    private Histories() {}

    /** Nothing measured yet. */
    static History empty() {
        return new History(NON_SATURATING);
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
        var history = new History(new Objective(Objective.Kind.MINIMAX));
        for (long step = 1; step <= steps; step++) {
            Metrics m = at(step, new Random(step));
            history.add(
                    metrics(
                            step,
                            Math.log(1 - m.beliefFake()),
                            m.discriminatorLoss(),
                            m.beliefReal(),
                            m.beliefFake()));
        }
        return history;
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
