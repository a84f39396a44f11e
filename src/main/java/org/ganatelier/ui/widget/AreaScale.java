package org.ganatelier.ui.widget;

/**
 * Resamples one axis by area: a target pixel is the mean of the source it covers. Enlarged by a
 * whole number this repeats pixels; by any other number edges stay sharp to less than a pixel and
 * every source pixel keeps the same weight.
 */
public final class AreaScale {
    private final int[] first;
    private final float[][] weights;

    /**
     * @param from pixels of the source, at least 1
     * @param to pixels of the target, at least 1
     */
    public AreaScale(int from, int to) {
        first = new int[to];
        weights = new float[to][];
        double step = (double) from / to;
        for (int i = 0; i < to; i++) {
            double begin = i * step;
            double end = Math.min(from, begin + step);
            first[i] = (int) begin;
            // Rounding may put the end a hair beyond a pixel's edge, which would be a tap of
            // nothing.
            int last = Math.max(first[i], (int) Math.ceil(end - 1e-9) - 1);
            weights[i] = new float[last - first[i] + 1];
            for (int tap = 0; tap < weights[i].length; tap++) {
                int pixel = first[i] + tap;
                double covered = Math.min(end, pixel + 1) - Math.max(begin, pixel);
                weights[i][tap] = (float) (covered / (end - begin));
            }
        }
    }

    /** Pixels of the target. */
    public int size() {
        return first.length;
    }

    /**
     * One target pixel.
     *
     * @param source holds the source pixels from {@code offset}, {@code stride} apart
     */
    public float at(int target, float[] source, int offset, int stride) {
        float sum = 0;
        float[] taps = weights[target];
        for (int tap = 0; tap < taps.length; tap++) {
            sum += taps[tap] * source[offset + (first[target] + tap) * stride];
        }
        return sum;
    }
}
