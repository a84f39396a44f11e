package org.ganatelier.plan.memory;

import org.ganatelier.plan.model.Count;

/**
 * Bytes that are held in the two places where the engine keeps numbers; at most {@link
 * Long#MAX_VALUE} each.
 *
 * @param heap in Java arrays
 * @param outside in native memory, for ND4J's operations
 */
public record Bytes(long heap, long outside) {
    static final Bytes NONE = new Bytes(0, 0);

    private static final int NUMBER = 4;

    /** Of numbers that are kept in one place or the other. */
    static Bytes ofNumbers(long onHeap, long outside) {
        return new Bytes(Count.product(NUMBER, onHeap), Count.product(NUMBER, outside));
    }

    Bytes plus(Bytes other) {
        return new Bytes(Count.sum(heap, other.heap), Count.sum(outside, other.outside));
    }

    Bytes times(long count) {
        return new Bytes(Count.product(heap, count), Count.product(outside, count));
    }
}
