package org.ganatelier.ui.charts;

import org.ganatelier.train.Buckets;

import java.util.Arrays;
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
    /**
     * Thins and smooths the part of a curve that is seen. The line is the same wherever the part
     * begins: it looks at values beyond its ends too.
     *
     * @param most buckets of the part
     */
    static Smoothed of(
            Material material, PlotCurve trace, Span part, int most, Smoothing smoothing) {
        Source source = trace.source();
        double neighbourhood = source.isNoisy() ? smoothing.neighbourhood() : 0;
        double margin = Math.ceil(neighbourhood * part.length()) + 1;
        Span wanted = source.around(material, part);
        double first = Math.min(wanted.from(), part.from() - margin);
        double last = Math.max(wanted.to(), part.to() + margin);
        long from = (long) Math.max((double) material.history().firstStep(), first);
        long to = (long) Math.min((double) material.history().lastStep(), last);
        double seen =
                Math.max(
                        1, Math.min((double) to, part.to()) - Math.max((double) from, part.from()));
        int enough = (int) Math.clamp(most * (to - from + 1.0) / seen, most, 3.0 * most);
        Buckets all = source.thin(material, from, to, enough);
        int radius = (int) (Math.min(all.size(), seen / all.width()) * neighbourhood);
        var whole = new Smoothed(trace, all, line(all, radius));
        return source.isSparse() ? whole : whole.within(part);
    }

    /** What is seen, and one bucket more at each end so that lines do not stop short of it. */
    private Smoothed within(Span part) {
        int first = Math.max(0, bucket((long) Math.floor(part.from())) - 1);
        int end = Math.min(buckets.size(), bucket((long) Math.ceil(part.to())) + 2);
        if (first == 0 && end >= buckets.size()) {
            return this;
        }
        var cut =
                new Buckets(
                        buckets.firstStep() + (long) first * buckets.width(),
                        buckets.width(),
                        Arrays.copyOfRange(buckets.min(), first, end),
                        Arrays.copyOfRange(buckets.max(), first, end),
                        Arrays.copyOfRange(buckets.mean(), first, end),
                        Arrays.copyOfRange(buckets.count(), first, end));
        return new Smoothed(trace, cut, Arrays.copyOfRange(line, first, end));
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

    /**
     * The bucket that tells of a step: its own, or of a curve that is measured now and then the
     * last one before it with a value, or else the first one after it.
     */
    int telling(long step) {
        int own = bucket(step);
        if (!trace.source().isSparse()) {
            return own;
        }
        return IntStream.concat(
                        IntStream.iterate(own, i -> i >= 0, i -> i - 1),
                        IntStream.range(own, buckets.size()))
                .filter(i -> i < buckets.size() && buckets.count()[i] > 0)
                .findFirst()
                .orElse(own);
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
}
