package org.ganatelier.ui.charts;

import org.ganatelier.train.Buckets;
import org.ganatelier.train.History;

import java.util.stream.IntStream;

/**
 * A trace ready to be drawn: a band from its least to its greatest values, and a line through the
 * middle that the noise of single batches is taken out of.
 *
 * @param buckets with the values as drawn
 * @param line one value for each bucket: the mean of its neighbourhood, nearer buckets weighing
 *     more; NaN where nothing was measured nearby
 */
record Smoothed(PlotCurve trace, Buckets buckets, float[] line) {
    /** The line looks at this part of the curve to each side. */
    private static final double NEIGHBOURHOOD = 1.0 / 40;

    /** Thins and smooths a curve. */
    static Smoothed of(History history, PlotCurve trace, int most) {
        Buckets raw = history.thin(trace.curve(), history.firstStep(), history.lastStep(), most);
        var drawn =
                new Buckets(
                        raw.firstStep(),
                        raw.width(),
                        scaled(raw.min(), trace.factor()),
                        scaled(raw.max(), trace.factor()),
                        scaled(raw.mean(), trace.factor()),
                        raw.count());
        return new Smoothed(trace, drawn, line(drawn, (int) (raw.size() * NEIGHBOURHOOD)));
    }

    /** The middle of a bucket on the axis of steps; of the last, the middle of what it holds. */
    double step(int bucket, long lastStep) {
        long from = buckets.firstStep() + (long) bucket * buckets.width();
        return (from + Math.min(lastStep, from + buckets.width() - 1)) / 2.0;
    }

    /** The bucket that a step lies in; for a step outside, the nearest. */
    int bucket(long step) {
        long bucket = Math.floorDiv(step - buckets.firstStep(), (long) buckets.width());
        return Math.clamp(bucket, 0, Math.max(0, buckets.size() - 1));
    }

    /** Whether the line has a value between two values at a bucket between two steps. */
    boolean passes(long fromStep, long toStep, double low, double high) {
        return IntStream.rangeClosed(bucket(fromStep), bucket(toStep))
                .anyMatch(i -> i < line.length && line[i] >= low && line[i] <= high);
    }

    /** Where the line ends; NaN if there is none. */
    double newest() {
        return IntStream.iterate(line.length - 1, i -> i >= 0, i -> i - 1)
                .mapToDouble(i -> line[i])
                .filter(Double::isFinite)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static float[] line(Buckets curve, int radius) {
        var line = new float[curve.size()];
        for (int i = 0; i < line.length; i++) {
            double sum = 0;
            double weights = 0;
            int last = Math.min(line.length - 1, i + radius);
            for (int k = Math.max(0, i - radius); k <= last; k++) {
                if (curve.count()[k] > 0) {
                    double weight = (radius + 1.0 - Math.abs(i - k)) * curve.count()[k];
                    sum += weight * curve.mean()[k];
                    weights += weight;
                }
            }
            line[i] = (float) (sum / weights);
        }
        return line;
    }

    private static float[] scaled(float[] values, float factor) {
        var scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = values[i] * factor;
        }
        return scaled;
    }
}
