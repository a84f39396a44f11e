package org.ganatelier.session;

import org.ganatelier.plan.model.Plan;

/** What an export would write now. */
public sealed interface ExportSubject {
    /**
     * The run that is shown: code and weights.
     *
     * @param number what the user knows it by
     * @param step done so far
     */
    record OfRun(Plan plan, int number, long step) implements ExportSubject {
        /** Whether the run keeps a moving average of the generator's weights. */
        public boolean isAveraging() {
            return plan.experiment().training().averageDecay() > 0;
        }
    }

    /** The experiment in the editor, which nobody has trained: code alone. */
    record OfExperiment(Plan plan) implements ExportSubject {}

    /** There is no run, and the experiment has problems. */
    record Nothing() implements ExportSubject {}
}
