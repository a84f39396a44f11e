package org.ganatelier.plan.model;

import org.ganatelier.experiment.layer.Padding;

/**
 * One dimension of a strided correlation between a large and a small image, made symmetric: oneDNN
 * is used only for equal padding on both sides and exact sizes, so the kernel is widened with zeros
 * until both hold.
 *
 * @param large pixels of the larger image
 * @param small pixels of the smaller one; {@code large = (small - 1) * stride + kernel - 2 *
 *     padding} exactly
 * @param kernel width including the zeros
 * @param padding on both sides
 * @param leadingZeros zeros in front of the weights
 * @param weights width of the kernel the user asked for
 * @param dilation from one weight to the next; there are zeros between
 */
public record Axis(
        int large,
        int small,
        int stride,
        int kernel,
        int padding,
        int leadingZeros,
        int weights,
        int dilation) {
    /**
     * The dimension of a window over a large image.
     *
     * @param weights width of the window
     * @param kind how the large image is padded
     */
    public static Axis of(
            int large, int small, int weights, int stride, int dilation, Padding kind) {
        // How far the windows reach beyond the large image; negative where they leave pixels over.
        int excess = (small - 1) * stride + 1 + dilation * (weights - 1) - large;
        int before =
                switch (kind) {
                    case Padding.Same _ -> Math.max(excess, 0) / 2;
                    case Padding.Valid _ -> 0;
                    case Padding.Explicit(int pixels) -> pixels;
                };
        int padding = Math.max(before, Math.max(excess - before, 0));
        int kernel = large - (small - 1) * stride + 2 * padding;
        return new Axis(large, small, stride, kernel, padding, padding - before, weights, dilation);
    }

    /** Pixels of padding in front of the large image, as the user asked for it. */
    public int before() {
        return padding - leadingZeros;
    }

    /**
     * Pixels of padding behind the large image, so that as many windows fit as the small image has
     * pixels. Negative where windows leave so many pixels over that another one would fit.
     */
    public int after() {
        int reached = (small - 1) * stride + 1 + dilation * (weights - 1) - large - before();
        return reached >= 0 ? reached : Math.min(0, stride - 1 + reached);
    }

    /** Whether the kernel has zeros that the user did not ask for. */
    public boolean widened() {
        return kernel != weights;
    }
}
