package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * A two-dimensional convolution with a square kernel.
 *
 * @param filters output channels, at least 1
 * @param kernel side of the kernel in pixels, at least 1
 * @param stride pixels between two outputs, at least 1
 * @param dilation pixels from one tap of the kernel to the next, at least 1 (Yu and Koltun 2016)
 * @param spectralNorm W / sigma(W) in place of W (see {@link Dense}), W being the weights as a
 *     matrix [filters, channels in * kernel * kernel], as in the paper
 */
public record Conv2D(
        int filters,
        int kernel,
        int stride,
        int dilation,
        Padding padding,
        boolean bias,
        boolean spectralNorm,
        Activation activation)
        implements LayerSpec, Weighted, Windowed, Activated {
    public Conv2D {
        LayerSpec.requireWindow("Conv2D", filters, kernel, stride);
        Require.within(Range.atLeast(1), dilation, Quantity.DILATION, "Conv2D");
    }

    /** Without dilation and spectral normalization. */
    public Conv2D(
            int filters,
            int kernel,
            int stride,
            Padding padding,
            boolean bias,
            Activation activation) {
        this(filters, kernel, stride, 1, padding, bias, false, activation);
    }

    public Conv2D withSpectralNorm(boolean on) {
        return new Conv2D(filters, kernel, stride, dilation, padding, bias, on, activation);
    }

    /** The layer with its kernel's taps so many pixels apart. */
    public Conv2D withDilation(int pixels) {
        return new Conv2D(filters, kernel, stride, pixels, padding, bias, spectralNorm, activation);
    }

    /** Side of the square of pixels that the kernel covers, those between its taps included. */
    public int reach() {
        return Math.clamp(1 + dilation * (kernel - 1L), 1, Integer.MAX_VALUE);
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
        return new Conv2D(width, kernel, stride, dilation, padding, bias, spectralNorm, activation);
    }

    @Override
    public Conv2D withWindow(Window w) {
        return new Conv2D(
                filters,
                w.size(),
                w.stride(),
                dilation,
                w.padding(),
                bias,
                spectralNorm,
                activation);
    }

    @Override
    public Conv2D withActivation(Activation other) {
        return new Conv2D(filters, kernel, stride, dilation, padding, bias, spectralNorm, other);
    }
}
