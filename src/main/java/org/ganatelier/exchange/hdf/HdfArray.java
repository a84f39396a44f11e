package org.ganatelier.exchange.hdf;

import java.util.List;

/**
 * An array of floats. The values are not copied.
 *
 * @param shape the slowest dimension first; empty of a single value
 */
public record HdfArray(List<Integer> shape, float[] values) {
    public HdfArray {
        shape = List.copyOf(shape);
    }
}
