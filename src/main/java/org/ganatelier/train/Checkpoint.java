package org.ganatelier.train;

import org.ganatelier.spec.Experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A copy of all that a run has learnt: enough to go on with the same bits. Immutable by agreement:
 * nobody writes to the arrays.
 *
 * @param step steps done
 * @param seconds of training so far
 * @param arrays weights, running statistics and optimizer state by name, such as {@code
 *     generator.0.weight}, in a fixed order
 * @param counters of the random streams and the optimizers, by name
 */
public record Checkpoint(
        Experiment experiment,
        long step,
        double seconds,
        Map<String, float[]> arrays,
        Map<String, Long> counters) {
    public Checkpoint {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        counters = Collections.unmodifiableMap(new LinkedHashMap<>(counters));
    }
}
