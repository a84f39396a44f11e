package org.ganatelier.experiment.layer;

/** A layer that moves a window over an image; its stride is its factor. */
public interface Windowed extends Resizing {
    /** The window. */
    Window window();

    /** The layer with another window. */
    LayerSpec withWindow(Window window);

    @Override
    default int factor() {
        return window().stride();
    }

    @Override
    default LayerSpec withFactor(int factor) {
        return withWindow(window().withStride(factor));
    }

    @Override
    default boolean enlarges() {
        return false;
    }
}
