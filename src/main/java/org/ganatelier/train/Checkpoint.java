package org.ganatelier.train;

import org.ganatelier.experiment.Experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A copy of all that a run has learnt: enough to go on with the same bits. Immutable by agreement:
 * nobody writes to the arrays.
 *
 * @param experiment as it was at that step, edits included
 * @param step steps done
 * @param seconds of training so far
 * @param arrays weights, running statistics and optimizer state by name, such as {@code
 *     generator.0.weight}, in a fixed order
 * @param counters of the random streams and the optimizers, by name
 * @param interventions what was done to the run while it went on
 * @param threads of the engine, in every step; empty where that changed on the way. The last bits
 *     of sums depend on them
 */
public record Checkpoint(
        Experiment experiment,
        long step,
        double seconds,
        Map<String, float[]> arrays,
        Map<String, Long> counters,
        Interventions interventions,
        OptionalInt threads) {
    public Checkpoint {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        counters = Collections.unmodifiableMap(new LinkedHashMap<>(counters));
    }

    /** Of a run on one thread that was left alone. */
    public Checkpoint(
            Experiment experiment,
            long step,
            double seconds,
            Map<String, float[]> arrays,
            Map<String, Long> counters) {
        this(experiment, step, seconds, arrays, counters, Interventions.NONE, OptionalInt.of(1));
    }

    /** Edits made while the run went on, in order. */
    public List<Edit> edits() {
        return interventions.edits();
    }

    /**
     * The experiment that the run began with.
     *
     * @throws IllegalArgumentException where the edits hold values that cannot be
     */
    public Experiment beginning() {
        Experiment result = experiment;
        for (Edit edit : edits().reversed()) {
            result = edit.undoIn(result);
        }
        return result;
    }
}
