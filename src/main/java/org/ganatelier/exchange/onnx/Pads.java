package org.ganatelier.exchange.onnx;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Padding;

import java.util.Arrays;
import java.util.Optional;

/**
 * What ONNX calls the pads of a window: rows and columns that are added around the large image, or
 * cut off a transposed convolution's.
 *
 * @param outputPadding rows and columns more at the end, of a transposed convolution
 */
record Pads(int top, int left, int bottom, int right, int outputPadding) {
    /** No image is wider: so no sum leaves an int. */
    static final int MOST = 1 << 16;

    static final Pads NONE = around(0, 0);

    /** From a file, in ONNX's order; empty where they are none of a window on an image. */
    static Optional<Pads> read(long[] pads, int outputPadding) {
        if (pads.length == 0) {
            return Optional.of(around(0, outputPadding));
        }
        if (pads.length != 4 || Arrays.stream(pads).anyMatch(each -> each < 0 || each > MOST)) {
            return Optional.empty();
        }
        return Optional.of(
                new Pads(
                        (int) pads[0], (int) pads[1], (int) pads[2], (int) pads[3], outputPadding));
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** The larger half at the other side. */
    Pads turned() {
        return new Pads(
                /* top= */ bottom,
                /* left= */ right,
                /* bottom= */ top,
                /* right= */ left,
                outputPadding);
    }

    /**
     * Of a convolution or a pooling.
     *
     * @param reach side of the window, what lies between its taps included
     */
    static Pads of(Shape.Image in, Shape.Image out, int reach, int stride, Padding padding) {
        int rows = excess(in.height(), out.height(), reach, stride);
        int columns = excess(in.width(), out.width(), reach, stride);
        return switch (padding) {
            case Padding.Same _ ->
                    new Pads(rows / 2, columns / 2, rows - rows / 2, columns - columns / 2, 0);
            case Padding.Valid _ -> around(0, 0);
            case Padding.Explicit(int pixels) -> around(pixels, 0);
        };
    }

    private static int excess(int large, int small, int reach, int stride) {
        return Math.max((small - 1) * stride + reach - large, 0);
    }

    /** Of a transposed convolution. */
    static Pads of(Conv2DTranspose conv) {
        int cut = Math.max(conv.kernel() - conv.stride(), 0);
        int missing = Math.max(conv.stride() - conv.kernel(), 0);
        int before = conv.cropped();
        return switch (conv.padding()) {
            case Padding.Same _ ->
                    new Pads(
                            before,
                            before,
                            cut - before,
                            cut - before,
                            missing + conv.outputPadding());
            case Padding.Valid _ -> around(0, missing + conv.outputPadding());
            case Padding.Explicit(int pixels) -> around(pixels, conv.outputPadding());
        };
    }

    private static Pads around(int pixels, int outputPadding) {
        return new Pads(pixels, pixels, pixels, pixels, outputPadding);
    }

    /** In ONNX's order. */
    long[] all() {
        return new long[] {top, left, bottom, right};
    }
}
