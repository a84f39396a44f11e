package org.ganatelier.train;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Plan;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A run as it begins: what is known before it tells anything.
 *
 * @param runId see {@link Run#id}
 * @param plan of the experiment as it is before any edit
 * @param parent what the run goes on from; empty where it begins with initial weights
 * @param threads of the engine that were asked for; empty: the engine's own choice
 */
public record RunStart(long runId, Plan plan, Optional<Parent> parent, OptionalInt threads) {
    /**
     * What a run goes on from.
     *
     * @param runId the earlier run, where it is known; empty for one that was read from a file
     * @param step how many steps it had done
     */
    public record Parent(OptionalLong runId, long step) {}

    /** The experiment as it is before any edit. */
    public Experiment experiment() {
        return plan.experiment();
    }
}
