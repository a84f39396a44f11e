package org.ganatelier.session;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;

import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What an editor is told about an experiment.
 *
 * @param check finds problems, within a frame
 * @param suggest finds the same problems with their fixes; may take longer, and is called in the
 *     background
 */
public record Planning(Function<Experiment, Outcome> check, Suggestion suggest) {
    /** Finds problems with their fixes. */
    public interface Suggestion {
        /**
         * May take longer than a frame.
         *
         * @param abandoned whether nobody waits for the answer any more; may be asked in any thread
         */
        Outcome of(Experiment experiment, BooleanSupplier abandoned);
    }

    /** The real planner. */
    public static Planning real() {
        return new Planning(Planner::check, Planner::suggest);
    }
}
