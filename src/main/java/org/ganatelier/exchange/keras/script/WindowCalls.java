package org.ganatelier.exchange.keras.script;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Padding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A window that moves over an image, in Keras's words: its padding is "same" or "valid", and any
 * other is a layer before or behind.
 *
 * @param reach side of the square of pixels under the window
 */
record WindowCalls(int reach, int stride, Padding padding) {
    private static final String SAME = ", padding=\"same\"";

    /** Whether Keras's own padding can do it, so that no other layer is needed. */
    boolean isPlain(Shape.Image in, Shape.Image out) {
        return switch (padding) {
            case Padding.Same _, Padding.Valid _ -> true;
            case Padding.Explicit(int pixels) -> pixels == 0 || isSame(in, out);
        };
    }

    /** Whether "same" pads just so. */
    private boolean isSame(Shape.Image in, Shape.Image out) {
        return isSame(in.height(), out.height()) && isSame(in.width(), out.width());
    }

    private boolean isSame(int from, int to) {
        int total = Math.max((to - 1) * stride + reach - from, 0);
        boolean asLarge = to == Math.ceilDiv(from, stride);
        return padding instanceof Padding.Explicit(int pixels) && asLarge && total / 2 == pixels;
    }

    /** The argument. */
    String argument(Shape.Image in, Shape.Image out) {
        return switch (padding) {
            case Padding.Same _ -> SAME;
            case Padding.Valid _ -> "";
            case Padding.Explicit _ -> isSame(in, out) ? SAME : "";
        };
    }

    /**
     * A convolution, with zeros put around the image before where that is needed.
     *
     * @param layer makes it with the argument for the padding
     */
    List<String> convolution(Shape.Image in, Shape.Image out, UnaryOperator<String> layer) {
        var calls = new ArrayList<String>();
        if (padding instanceof Padding.Explicit(int pixels) && !isPlain(in, out)) {
            calls.add("layers.ZeroPadding2D(%d)".formatted(pixels));
        }
        calls.add(layer.apply(argument(in, out)));
        return calls;
    }

    /**
     * A transposed convolution. Without padding Keras makes n * stride + max(kernel - stride, 0)
     * rows, of which those that are wanted are cut out; where they are too few, rows of zeros
     * behind the image that comes in make more.
     */
    static List<String> transposed(
            Conv2DTranspose conv, Shape.Image in, Shape.Image out, UnaryOperator<String> layer) {
        int stride = conv.stride();
        int more = Math.max(conv.kernel() - stride, 0);
        int start = conv.cropped();
        int made = in.height() * stride;
        if (out.height() == made && start == more / 2) {
            return List.of(layer.apply(more == 0 ? "" : SAME));
        }
        var calls = new ArrayList<String>();
        int rest = made + more - start - out.height();
        int zeros = rest < 0 ? Math.ceilDiv(-rest, stride) : 0;
        if (zeros > 0) {
            calls.add("layers.ZeroPadding2D(((0, %d), (0, %d)))".formatted(zeros, zeros));
            rest += zeros * stride;
        }
        calls.add(layer.apply(""));
        if (start > 0 || rest > 0) {
            calls.add("layers.Cropping2D(%s)".formatted(border(start, rest, start, rest)));
        }
        return calls;
    }

    /** Rows and columns on the four sides, as the argument of a layer. */
    static String border(int top, int bottom, int left, int right) {
        boolean even = top == bottom && left == right && top == left;
        return even
                ? Integer.toString(top)
                : "((%d, %d), (%d, %d))".formatted(top, bottom, left, right);
    }
}
