package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * A convolution of each channel by itself, with square kernels of its own.
 *
 * @param depthMultiplier output channels for each channel in, at least 1; those of one channel lie
 *     side by side
 * @param kernel side of the kernels in pixels, at least 1
 * @param stride pixels between two outputs, at least 1
 */
public record DepthwiseConv2D(
        int depthMultiplier,
        int kernel,
        int stride,
        Padding padding,
        boolean bias,
        Activation activation)
        implements LayerSpec, Windowed, Activated {
    public DepthwiseConv2D {
        LayerSpec.requireWindow("DepthwiseConv2D", 1, kernel, stride);
        Require.within(Range.atLeast(1), depthMultiplier, Quantity.FACTOR, "DepthwiseConv2D");
    }

    @Override
    public Window window() {
        return new Window(kernel, stride, padding);
    }

    @Override
    public DepthwiseConv2D withWindow(Window w) {
        return new DepthwiseConv2D(
                depthMultiplier, w.size(), w.stride(), w.padding(), bias, activation);
    }

    @Override
    public DepthwiseConv2D withActivation(Activation other) {
        return new DepthwiseConv2D(depthMultiplier, kernel, stride, padding, bias, other);
    }
}
