package org.ganatelier.exchange.pytorch;

import java.util.List;

/**
 * An array of another program. Nobody writes to its values.
 *
 * @param shape its lengths, the slowest dimension first; empty for a single number
 * @param values in C order, as many as the shape says
 */
public record NamedTensor(String name, List<Integer> shape, float[] values) {
    public NamedTensor {
        shape = List.copyOf(shape);
        long count = 1;
        for (int length : shape) {
            count = Math.multiplyExact(count, (long) length);
        }
        if (count != values.length) {
            throw new IllegalArgumentException(shape + " is not " + values.length + " values");
        }
    }
}
