package org.ganatelier.plan.model;

import org.ganatelier.experiment.basics.Side;

import java.util.List;

/**
 * Something that keeps an experiment from being trained.
 *
 * @param violation what is wrong
 * @param fixes the best first; applying any of them removes this problem; empty where none is known
 *     yet
 */
public record Problem(Place place, Violation violation, List<Fix> fixes) {
    public Problem {
        fixes = List.copyOf(fixes);
    }

    /** Where a problem stands. */
    public sealed interface Place {
        /** On one layer. */
        record Layer(Side side, int index) implements Place {}

        /** On a stack as a whole: at its end, or because it is empty or too large. */
        record Network(Side side) implements Place {}

        /** On a setting outside the stacks: batch size, noise, data. */
        record Settings() implements Place {}
    }
}
