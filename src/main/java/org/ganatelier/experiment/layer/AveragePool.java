package org.ganatelier.experiment.layer;

/**
 * The mean under each window; padding is not counted.
 *
 * @param pool side of the window, at least 1
 * @param stride pixels between two windows, at least 1
 */
public record AveragePool(int pool, int stride, Padding padding) implements LayerSpec {
    public AveragePool {
        LayerSpec.requireWindow("AveragePool", 1, pool, stride);
    }
}
