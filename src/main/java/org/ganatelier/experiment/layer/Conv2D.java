package org.ganatelier.experiment.layer;

/**
 * A two-dimensional convolution with a square kernel.
 *
 * @param filters output channels, at least 1
 * @param kernel side of the kernel in pixels, at least 1
 * @param stride pixels between two outputs, at least 1
 * @param spectralNorm W / sigma(W) in place of W (see {@link Dense}), W being the weights as a
 *     matrix [filters, channels in * kernel * kernel], as in the paper
 */
public record Conv2D(
        int filters,
        int kernel,
        int stride,
        Padding padding,
        boolean bias,
        boolean spectralNorm,
        Activation activation)
        implements LayerSpec, Weighted, Windowed, Activated {
    public Conv2D {
        LayerSpec.requireWindow("Conv2D", filters, kernel, stride);
    }

    /** Without spectral normalization. */
    public Conv2D(
            int filters,
            int kernel,
            int stride,
            Padding padding,
            boolean bias,
            Activation activation) {
        this(filters, kernel, stride, padding, bias, false, activation);
    }

    public Conv2D withSpectralNorm(boolean on) {
        return new Conv2D(filters, kernel, stride, padding, bias, on, activation);
    }

    @Override
    public int width() {
        return filters;
    }

    @Override
    public Window window() {
        return new Window(kernel, stride, padding);
    }

    @Override
    public Conv2D withWidth(int width) {
        return new Conv2D(width, kernel, stride, padding, bias, spectralNorm, activation);
    }

    @Override
    public Conv2D withWindow(Window w) {
        return new Conv2D(
                filters, w.size(), w.stride(), w.padding(), bias, spectralNorm, activation);
    }

    @Override
    public Conv2D withActivation(Activation other) {
        return new Conv2D(filters, kernel, stride, padding, bias, spectralNorm, other);
    }
}
