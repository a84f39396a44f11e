package org.ganatelier.train;

import java.util.Arrays;
import java.util.Map;

/**
 * How a run draws which values dropout drops. A run keeps the way that it began with, so that one
 * that was saved goes on with the same bits whatever later programs do.
 */
public enum DropoutMasks {
    /** A random number after the other; of all runs from before there was another way. */
    IN_TURN(1),
    /** A hash of a value's place, which a vectorised loop computes. */
    HASHED(2);

    /** That of runs that begin now. */
    public static final DropoutMasks NEWEST = HASHED;

    private static final String COUNTER = "dropout.masks";

    /** In files. */
    private final long number;

    DropoutMasks(long number) {
        this.number = number;
    }

    /** Writes it down among the counters of a checkpoint. */
    public void writeTo(Map<String, Long> counters) {
        counters.put(COUNTER, number);
    }

    /**
     * Of a run with these counters.
     *
     * @throws EngineException where only a later program knows the way
     */
    public static DropoutMasks of(Map<String, Long> counters) {
        long wanted = counters.getOrDefault(COUNTER, IN_TURN.number);
        return Arrays.stream(values())
                .filter(each -> each.number == wanted)
                .findAny()
                .orElseThrow(() -> new EngineException(new RunFailure.UnfitState(COUNTER)));
    }
}
