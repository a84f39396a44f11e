package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * A transposed convolution, which makes images larger by its stride; the adjoint of {@link Conv2D}.
 *
 * @param filters output channels, at least 1
 * @param kernel side of the kernel in pixels, at least 1
 * @param stride factor of enlargement, at least 1
 * @param outputPadding rows more at the bottom and columns more on the right, at least 0, as in
 *     PyTorch
 * @param spectralNorm W / sigma(W) in place of W (see {@link Dense}), W being the weights as a
 *     matrix [filters, channels in * kernel * kernel], as in PyTorch
 */
public record Conv2DTranspose(
        int filters,
        int kernel,
        int stride,
        Padding padding,
        int outputPadding,
        boolean bias,
        boolean spectralNorm,
        Activation activation)
        implements LayerSpec, Weighted, Windowed, Activated {
    public Conv2DTranspose {
        LayerSpec.requireWindow("Conv2DTranspose", filters, kernel, stride);
        Require.within(Range.atLeast(0), outputPadding, Quantity.OUTPUT_PADDING);
    }

    /** Without output padding and spectral normalization. */
    public Conv2DTranspose(
            int filters,
            int kernel,
            int stride,
            Padding padding,
            boolean bias,
            Activation activation) {
        this(filters, kernel, stride, padding, 0, bias, false, activation);
    }

    public Conv2DTranspose withSpectralNorm(boolean on) {
        return new Conv2DTranspose(
                filters, kernel, stride, padding, outputPadding, bias, on, activation);
    }

    /** The layer with so many rows more at the bottom and columns more on the right. */
    public Conv2DTranspose withOutputPadding(int pixels) {
        return new Conv2DTranspose(
                filters, kernel, stride, padding, pixels, bias, spectralNorm, activation);
    }

    /** Rows that the padding cuts off at the top, and columns on the left. */
    public int cropped() {
        return switch (padding) {
            case Padding.Same _ -> Math.max(kernel - stride, 0) / 2;
            case Padding.Valid _ -> 0;
            case Padding.Explicit(int pixels) -> pixels;
        };
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
        return new Conv2DTranspose(
                width, kernel, stride, padding, outputPadding, bias, spectralNorm, activation);
    }

    @Override
    public Conv2DTranspose withWindow(Window w) {
        return new Conv2DTranspose(
                filters,
                w.size(),
                w.stride(),
                w.padding(),
                outputPadding,
                bias,
                spectralNorm,
                activation);
    }

    @Override
    public Conv2DTranspose withActivation(Activation other) {
        return new Conv2DTranspose(
                filters, kernel, stride, padding, outputPadding, bias, spectralNorm, other);
    }

    @Override
    public boolean enlarges() {
        return true;
    }
}
