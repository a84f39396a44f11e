package org.ganatelier.plan.model;

import org.ganatelier.experiment.layer.Conv2DTranspose;

/**
 * How often a transposed convolution paints each pixel. Where that differs between neighbours, a
 * checkerboard can show in what a generator makes (Odena et al. 2016,
 * distill.pub/2016/deconv-checkerboard). It is even where the kernel is a multiple of the stride.
 *
 * @param size pixels on each side of the pattern
 * @param counts size * size numbers, row by row: how many values of the kernel reach each pixel in
 *     the middle of a large image
 */
public record Overlap(int size, int[] counts) {
    /** Periods on each side. */
    private static final int PERIODS = 4;

    /** The pattern of a layer. */
    public static Overlap of(Conv2DTranspose layer) {
        int stride = layer.stride();
        int size = stride * Math.max(2, Math.min(PERIODS, 12 / stride));
        var along = new int[size];
        for (int pixel = 0; pixel < size; pixel++) {
            for (int tap = pixel % stride; tap < layer.kernel(); tap += stride) {
                along[pixel]++;
            }
        }
        var counts = new int[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                counts[row * size + column] = along[row] * along[column];
            }
        }
        return new Overlap(size, counts);
    }

    /** The smallest of the counts. */
    public int least() {
        int least = Integer.MAX_VALUE;
        for (int count : counts) {
            least = Math.min(least, count);
        }
        return least;
    }

    /** The largest of the counts. */
    public int most() {
        int most = 0;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }

    /** Whether every pixel is painted equally often. */
    public boolean isEven() {
        return least() == most();
    }
}
