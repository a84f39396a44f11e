package org.ganatelier.experiment.layer;

/**
 * A transposed convolution, which makes images larger by its stride; the adjoint of {@link Conv2D}.
 *
 * @param filters output channels, at least 1
 * @param kernel side of the kernel in pixels, at least 1
 * @param stride factor of enlargement, at least 1
 * @param spectralNorm W / sigma(W) in place of W (see {@link Dense}), W being the weights as a
 *     matrix [filters, channels in * kernel * kernel], as in PyTorch
 */
public record Conv2DTranspose(
        int filters,
        int kernel,
        int stride,
        Padding padding,
        boolean bias,
        boolean spectralNorm,
        Activation activation)
        implements LayerSpec, Weighted, Windowed, Activated {
    public Conv2DTranspose {
        LayerSpec.requireWindow("Conv2DTranspose", filters, kernel, stride);
    }

    /** Without spectral normalization. */
    public Conv2DTranspose(
            int filters,
            int kernel,
            int stride,
            Padding padding,
            boolean bias,
            Activation activation) {
        this(filters, kernel, stride, padding, bias, false, activation);
    }

    public Conv2DTranspose withSpectralNorm(boolean on) {
        return new Conv2DTranspose(filters, kernel, stride, padding, bias, on, activation);
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
    public Conv2DTranspose withWidth(int width) {
        return new Conv2DTranspose(width, kernel, stride, padding, bias, spectralNorm, activation);
    }

    @Override
    public Conv2DTranspose withWindow(Window w) {
        return new Conv2DTranspose(
                filters, w.size(), w.stride(), w.padding(), bias, spectralNorm, activation);
    }

    @Override
    public Conv2DTranspose withActivation(Activation other) {
        return new Conv2DTranspose(filters, kernel, stride, padding, bias, spectralNorm, other);
    }

    @Override
    public boolean enlarges() {
        return true;
    }
}
