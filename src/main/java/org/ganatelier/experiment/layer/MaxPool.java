package org.ganatelier.experiment.layer;

/**
 * The largest value under each window.
 *
 * @param pool side of the window, at least 1
 * @param stride pixels between two windows, at least 1
 */
public record MaxPool(int pool, int stride, Padding padding) implements LayerSpec, Windowed {
    public MaxPool {
        LayerSpec.requireWindow("MaxPool", 1, pool, stride);
    }

    @Override
    public Window window() {
        return new Window(pool, stride, padding);
    }

    @Override
    public MaxPool withWindow(Window w) {
        return new MaxPool(w.size(), w.stride(), w.padding());
    }
}
