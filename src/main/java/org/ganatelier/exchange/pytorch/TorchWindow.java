package org.ganatelier.exchange.pytorch;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Padding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A window that moves over an image, in PyTorch's words. Where the padding differs from side to
 * side, PyTorch's layers cannot add it themselves: then a module in front of them does.
 *
 * @param size its side in taps
 * @param dilation pixels from one tap to the next
 */
record TorchWindow(int size, int stride, int dilation, Padding padding) {
    /** Pixels added around an image. */
    private record Sides(int left, int right, int top, int bottom) {
        boolean areEven() {
            return left == right && top == bottom;
        }

        int most() {
            return Math.max(Math.max(left, right), Math.max(top, bottom));
        }

        boolean areZero() {
            return most() == 0;
        }

        /** As an argument of a layer; only where they are even. */
        String argument() {
            String both = top == left ? Integer.toString(top) : "(%d, %d)".formatted(top, left);
            return areZero() ? "" : ", padding=" + both;
        }

        String tuple() {
            return "(%d, %d, %d, %d)".formatted(left, right, top, bottom);
        }
    }

    private interface Pad {
        String of(Sides sides);
    }

    /** Zeros around an image; negative numbers cut it. */
    static String border(int left, int right, int top, int bottom) {
        return "nn.ZeroPad2d(%s)".formatted(new Sides(left, right, top, bottom).tuple());
    }

    /**
     * @param layer makes the module from its arguments behind the kernel's size
     */
    List<TorchModule> convolution(
            Shape.Image in, Shape.Image out, Function<String, TorchModule> layer) {
        Sides sides = sides(in, out);
        String arguments = strideArgument() + (dilation == 1 ? "" : ", dilation=" + dilation);
        return sides.areEven()
                ? List.of(layer.apply(strideArgument() + sides.argument() + dilationArgument()))
                : List.of(
                        TorchModule.of("nn.ZeroPad2d(%s)".formatted(sides.tuple())),
                        layer.apply(arguments));
    }

    private String dilationArgument() {
        return dilation == 1 ? "" : ", dilation=" + dilation;
    }

    private String strideArgument() {
        return stride == 1 ? "" : ", stride=" + stride;
    }

    List<TorchModule> maxPool(Shape.Image in, Shape.Image out) {
        return pool(
                in,
                out,
                sides -> "nn.MaxPool2d(%d, stride=%d%s)".formatted(size, stride, sides.argument()),
                sides ->
                        "nn.ConstantPad2d(%s, float(\"-inf\"))\nnn.MaxPool2d(%d, stride=%d)"
                                .formatted(sides.tuple(), size, stride));
    }

    /** The padding is not counted. */
    List<TorchModule> averagePool(Shape.Image in, Shape.Image out) {
        return pool(
                in,
                out,
                sides ->
                        "nn.AvgPool2d(%d, stride=%d%s%s)"
                                .formatted(
                                        size,
                                        stride,
                                        sides.argument(),
                                        sides.areZero() ? "" : ", count_include_pad=False"),
                sides -> "PaddedAveragePool(%d, %d, %s)".formatted(size, stride, sides.tuple()));
    }

    /** PyTorch's pooling pads evenly, and by half a window at most. */
    private List<TorchModule> pool(Shape.Image in, Shape.Image out, Pad usual, Pad other) {
        Sides sides = sides(in, out);
        Pad way = sides.areEven() && sides.most() <= size / 2 ? usual : other;
        return way.of(sides).lines().map(TorchModule::of).toList();
    }

    private Sides sides(Shape.Image in, Shape.Image out) {
        int top = before(in.height(), out.height());
        int left = before(in.width(), out.width());
        return new Sides(
                left,
                after(in.width(), out.width(), left),
                top,
                after(in.height(), out.height(), top));
    }

    private int excess(int from, int to) {
        return Math.max((to - 1) * stride + 1 + dilation * (size - 1) - from, 0);
    }

    private int before(int from, int to) {
        return switch (padding) {
            case Padding.Same _ -> excess(from, to) / 2;
            case Padding.Valid _ -> 0;
            case Padding.Explicit(int pixels) -> pixels;
        };
    }

    private int after(int from, int to, int before) {
        return switch (padding) {
            case Padding.Same _ -> excess(from, to) - before;
            case Padding.Valid _ -> 0;
            case Padding.Explicit(int pixels) -> pixels;
        };
    }

    /**
     * A transposed convolution. The layer makes (n - 1) * stride + kernel rows, of which the
     * padding cuts some off on both sides; then come the rows of {@code output_padding}, fewer than
     * the stride. What still differs from the plan's size, the same on both axes, is cut off at the
     * end, or rows of zeros behind the input make it.
     *
     * @param layer makes the module from its arguments behind the kernel's size
     */
    static List<TorchModule> transposed(
            Conv2DTranspose conv,
            Shape.Image in,
            Shape.Image out,
            Function<String, TorchModule> layer) {
        int stride = conv.stride();
        int cropped = conv.cropped();
        int made = (in.height() - 1) * stride + conv.kernel() - 2 * cropped;
        int more = out.height() - made;
        var modules = new ArrayList<TorchModule>();
        int zeros = more < stride ? 0 : more / stride;
        if (zeros > 0) {
            modules.add(TorchModule.of(border(0, zeros, 0, zeros)));
            more -= zeros * stride;
        }
        modules.add(
                layer.apply(
                        (stride == 1 ? "" : ", stride=" + stride)
                                + (cropped == 0 ? "" : ", padding=" + cropped)
                                + (more <= 0 ? "" : ", output_padding=" + more)));
        if (more < 0) {
            modules.add(TorchModule.of(border(0, more, 0, more)));
        }
        return modules;
    }
}
