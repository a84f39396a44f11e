package org.ganatelier.ui.charts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Median and range of one curve over several runs, at every place of the lower axis that at least
 * two of them have come to.
 *
 * @param runs on the same scale
 * @param curve its place among the curves of each run
 */
record Band(List<Frame> runs, int curve) {
    /** One value is no range. */
    private static final int LEAST = 2;

    /** Pixels from one place that is looked at to the next. */
    private static final double STRIDE = 2;

    /** What the runs say at one place. */
    record Values(double low, double median, double high) {
        static Values of(double[] sorted) {
            int middle = sorted.length / 2;
            double median =
                    sorted.length % 2 == 1
                            ? sorted[middle]
                            : (sorted[middle - 1] + sorted[middle]) / 2;
            return new Values(sorted[0], median, sorted[sorted.length - 1]);
        }
    }

    /** The curve itself. */
    PlotCurve trace() {
        return runs.getFirst().curves().get(curve).trace();
    }

    boolean isSeen() {
        Frame first = runs.getFirst();
        return first.shows(first.curves().get(curve));
    }

    /** What the runs say at a place, in pixels from the left; empty where fewer than two do. */
    Optional<Values> at(double x) {
        double[] values =
                runs.stream()
                        .mapToDouble(frame -> value(frame, Math.round(frame.stepAt(x))))
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        return values.length < LEAST ? Optional.empty() : Optional.of(Values.of(values));
    }

    private double value(Frame frame, long step) {
        Smoothed line = frame.curves().get(curve);
        return frame.reaches(step) && step >= 0 && line.line().length > 0
                ? line.line()[line.telling(step)]
                : Double.NaN;
    }

    /** Goes along the plot. */
    Outline outline() {
        Frame first = runs.getFirst();
        int most = (int) (first.width() / STRIDE) + 1;
        var outline = new Outline(most);
        for (int i = 0; i < most; i++) {
            double x = i * STRIDE;
            at(x).ifPresent(values -> outline.add(first, x, values));
        }
        return outline;
    }

    /** The band in pixels. */
    static final class Outline {
        private final double[] x;
        private final double[] low;
        private final double[] median;
        private final double[] high;
        private int size;

        private Outline(int most) {
            x = new double[most];
            low = new double[most];
            median = new double[most];
            high = new double[most];
        }

        private void add(Frame frame, double at, Values values) {
            x[size] = at;
            low[size] = frame.yDrawn(values.low());
            median[size] = frame.yDrawn(values.median());
            high[size++] = frame.yDrawn(values.high());
        }

        int size() {
            return size;
        }

        /** The line through the middle. */
        LinePoints line() {
            return new LinePoints(Arrays.copyOf(x, size), Arrays.copyOf(median, size));
        }

        /** Once around: there along the greatest values, back along the least ones. */
        LinePoints around() {
            var aroundX = new double[2 * size];
            var aroundY = new double[2 * size];
            for (int i = 0; i < size; i++) {
                aroundX[i] = x[i];
                aroundY[i] = high[i];
                aroundX[2 * size - 1 - i] = x[i];
                aroundY[2 * size - 1 - i] = low[i];
            }
            return new LinePoints(aroundX, aroundY);
        }
    }
}
