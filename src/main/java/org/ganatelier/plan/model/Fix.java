package org.ganatelier.plan.model;

import org.ganatelier.experiment.Experiment;

import java.util.function.UnaryOperator;

/**
 * A change that solves a problem.
 *
 * @param label an order, as on a link: "Set units to 784"
 */
public record Fix(String label, UnaryOperator<Experiment> change) {
    /** The experiment with this fix applied. */
    public Experiment apply(Experiment experiment) {
        return change.apply(experiment);
    }
}
