package org.ganatelier.coach.rule;

import org.ganatelier.train.Buckets;

/**
 * Some neighbouring steps of a curve.
 *
 * @param count how many values were measured; the others are NaN where there is none
 */
public record Window(int count, double mean, double min, double max) {
    /** Puts the buckets of a thinned curve together. */
    static Window of(Buckets buckets) {
        int count = 0;
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < buckets.size(); i++) {
            if (buckets.count()[i] > 0) {
                count += buckets.count()[i];
                sum += (double) buckets.mean()[i] * buckets.count()[i];
                min = Math.min(min, buckets.min()[i]);
                max = Math.max(max, buckets.max()[i]);
            }
        }
        return count == 0
                ? new Window(0, Double.NaN, Double.NaN, Double.NaN)
                : new Window(count, sum / count, min, max);
    }

    /** From the least to the greatest value. */
    public double spread() {
        return max - min;
    }
}
