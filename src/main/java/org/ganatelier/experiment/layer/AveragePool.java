package org.ganatelier.experiment.layer;

/**
 * The mean under each window; padding is not counted.
 *
 * @param pool side of the window, at least 1
 * @param stride pixels between two windows, at least 1
 */
public record AveragePool(int pool, int stride, Padding padding) implements LayerSpec, Windowed {
    public AveragePool {
        LayerSpec.requireWindow("AveragePool", 1, pool, stride);
    }

    @Override
    public Window window() {
        return new Window(pool, stride, padding);
    }

    @Override
    public AveragePool withWindow(Window w) {
        return new AveragePool(w.size(), w.stride(), w.padding());
    }
}
