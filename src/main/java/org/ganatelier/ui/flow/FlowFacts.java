package org.ganatelier.ui.flow;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.train.History;
import org.ganatelier.train.Metrics;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the picture shows.
 *
 * @param experiment of the run that is shown, or else of the editor
 * @param objective as it is now: it may have been changed while the run goes on
 * @param metrics of the newest step
 * @param gradients of G and of D, the newest that were measured; NaN where none was
 * @param generated and real images, of each at least one
 */
record FlowFacts(
        Experiment experiment,
        Objective objective,
        Optional<Metrics> metrics,
        Gradients gradients,
        Optional<Images> generated,
        Optional<Images> real) {
    /** Lengths of all gradients of a player together. */
    record Gradients(double generator, double discriminator) {
        /** The newest of a history that were measured. */
        static Gradients newest(History history, Gradients before) {
            return history.latest()
                    .map(
                            now ->
                                    new Gradients(
                                            or(now.generatorGradient(), before.generator),
                                            or(now.discriminatorGradient(), before.discriminator)))
                    .orElse(NONE);
        }

        static final Gradients NONE = new Gradients(Double.NaN, Double.NaN);

        private static double or(double measured, double before) {
            return Double.isNaN(measured) ? before : measured;
        }
    }

    /** Who learnt in a step: the loss of the other was not measured. */
    static Set<Side> learners(Metrics metrics) {
        var learners = EnumSet.noneOf(Side.class);
        if (!Double.isNaN(metrics.discriminatorLoss())) {
            learners.add(Side.DISCRIMINATOR);
        }
        if (!Double.isNaN(metrics.generatorLoss())) {
            learners.add(Side.GENERATOR);
        }
        return learners;
    }
}
