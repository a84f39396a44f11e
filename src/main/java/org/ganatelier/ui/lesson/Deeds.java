package org.ganatelier.ui.lesson;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.session.EditName;
import org.ganatelier.session.ExperimentEditor;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/** What lessons offer to do, by the names that they use; each is an edit that can be undone. */
final class Deeds {
    /** Rates of the preset that is the same as "Mode collapse" but for these. */
    private static final double CALM_D = 0.0005;

    private static final double CALM_G = 0.001;

    /** "Rates too high" has rates that are so many times what its networks bear. */
    private static final double TOO_FAST = 50;

    private static final double WEAKER_G = 5;
    private static final int SEEDS = 10_000;

    private static final Map<String, UnaryOperator<Experiment>> DEEDS =
            Map.of(
                    "non-saturating",
                    experiment -> experiment.withLoss(new NonSaturating()),
                    "slower",
                    experiment ->
                            experiment.withTraining(
                                    t ->
                                            slower(
                                                    slower(t, Side.GENERATOR, TOO_FAST),
                                                    Side.DISCRIMINATOR,
                                                    TOO_FAST)),
                    "calm-d",
                    experiment ->
                            experiment.withTraining(
                                    t ->
                                            rate(
                                                    rate(t.withTurns(1, 1), Side.GENERATOR, CALM_G),
                                                    Side.DISCRIMINATOR,
                                                    CALM_D)),
                    "ring-collapse",
                    experiment ->
                            experiment
                                    .withObjective(experiment.objective().withR1(0))
                                    .withTraining(t -> slower(t, Side.GENERATOR, WEAKER_G)),
                    "new-seed",
                    experiment ->
                            experiment.withSeed(ThreadLocalRandom.current().nextInt(1, SEEDS)));

    private Deeds() {}

    /** The names of all. */
    static Set<String> names() {
        return DEEDS.keySet();
    }

    /** What one makes of an experiment. */
    static Experiment of(String name, Experiment experiment) {
        return Objects.requireNonNull(DEEDS.get(name), name).apply(experiment);
    }

    /** Does one, as an edit. */
    static void act(String name, ExperimentEditor editor) {
        editor.edit(new EditName.FollowLesson(), experiment -> of(name, experiment));
    }

    private static TrainingSpec slower(TrainingSpec training, Side side, double times) {
        return rate(training, side, training.optimizer(side).learningRate() / times);
    }

    private static TrainingSpec rate(TrainingSpec training, Side side, double rate) {
        return training.withOptimizer(side, training.optimizer(side).withLearningRate(rate));
    }
}
