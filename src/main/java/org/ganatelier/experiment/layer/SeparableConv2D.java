package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * A convolution in two parts (Chollet 2017, arXiv:1610.02357): each channel by itself, as in {@link
 * DepthwiseConv2D}, then the channels of each pixel mixed. Far fewer weights than {@link Conv2D}.
 *
 * @param filters output channels, at least 1
 * @param depthMultiplier channels between the parts for each channel in, at least 1
 * @param kernel side of the kernels of the first part in pixels, at least 1
 * @param stride pixels between two outputs, at least 1
 * @param bias whether the second part has one; the first has none
 */
public record SeparableConv2D(
        int filters,
        int depthMultiplier,
        int kernel,
        int stride,
        Padding padding,
        boolean bias,
        Activation activation)
        implements LayerSpec, Weighted, Windowed, Activated {
    public SeparableConv2D {
        LayerSpec.requireWindow("SeparableConv2D", filters, kernel, stride);
        Require.within(Range.atLeast(1), depthMultiplier, Quantity.FACTOR, "SeparableConv2D");
    }

    @Override
    public int width() {
        return filters;
    }

    @Override
    public boolean spectralNorm() {
        return false;
    }

    @Override
    public Window window() {
        return new Window(kernel, stride, padding);
    }

    @Override
    public SeparableConv2D withWidth(int width) {
        return new SeparableConv2D(
                width, depthMultiplier, kernel, stride, padding, bias, activation);
    }

    @Override
    public SeparableConv2D withWindow(Window w) {
        return new SeparableConv2D(
                filters, depthMultiplier, w.size(), w.stride(), w.padding(), bias, activation);
    }

    @Override
    public SeparableConv2D withActivation(Activation other) {
        return new SeparableConv2D(filters, depthMultiplier, kernel, stride, padding, bias, other);
    }
}
