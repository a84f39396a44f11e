package org.ganatelier.exchange.onnx;

import java.util.List;

/**
 * A constant of a graph. The arrays are not copied: nobody writes to them.
 *
 * @param dimensions the slowest first; empty of a single number
 * @param floats its values, where they are real numbers
 * @param wholes its values, where they are whole numbers
 */
record Numbers(List<Long> dimensions, float[] floats, long[] wholes) {
    /** Which is at most {@link Integer#MAX_VALUE}. */
    int size() {
        return floats.length + wholes.length;
    }

    /** One of the dimensions; 0 where there are fewer. */
    int dimension(int index) {
        return index < dimensions.size() ? Math.toIntExact(dimensions.get(index)) : 0;
    }

    /** Whether these are real numbers of so many dimensions. */
    boolean isReal(int rank) {
        return dimensions.size() == rank && floats.length > 0;
    }

    /** Whether there is one real number and no more. */
    boolean isSingle() {
        return floats.length == 1;
    }
}
