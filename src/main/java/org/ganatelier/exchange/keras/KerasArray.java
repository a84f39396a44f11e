package org.ganatelier.exchange.keras;

import java.util.List;

/**
 * Weights as Keras keeps them. The array is not copied: nobody writes to it.
 *
 * @param name such as "kernel" or "moving_mean"
 * @param shape the slowest dimension first
 */
public record KerasArray(String name, List<Integer> shape, float[] values) {
    public KerasArray {
        shape = List.copyOf(shape);
    }
}
