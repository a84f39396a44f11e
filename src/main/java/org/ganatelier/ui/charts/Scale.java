package org.ganatelier.ui.charts;

import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The range of an axis and the distance of its ticks.
 *
 * @param mapping how values lie between its ends
 * @param tick distance between the ticks of a linear axis
 */
record Scale(Mapping mapping, double bottom, double top, double tick) {
    /** For probabilities. */
    static final Scale UNIT = new Scale(0, 1, 0.5);

    /** An axis of losses always reaches so far, so that ln 2 stands well inside. */
    private static final double LEAST_TOP = 1;

    /** The part of a curve's line that must be seen; rare peaks of it may be cut off. */
    private static final double MUST_SHOW = 0.98;

    /** Half of the band must be seen too, unless that makes the axis so many times as long. */
    private static final double WIDEST_BAND = 2;

    /** Outliers that make the axis at most this much longer are not cut off. */
    private static final double WORTH_SHOWING = 1.4;

    /** An axis that is at most this much too long stays, so that it does not jump about. */
    private static final double TOO_LONG = 1.6;

    /** Room above what must be seen. */
    private static final double HEADROOM = 1.2;

    /** Half of the shortest axis of scores, and at least this part of their size. */
    private static final double LEAST_SPAN = 0.01;

    /** From here on ticks are powers of ten with two digits, which must tell them apart. */
    private static final double LARGE = 1e5;

    private static final double LEAST_SPAN_OF_LARGE = 0.5;

    private static final int TICKS = 5;

    /** A linear axis, whose ends are multiples of the distance of its ticks. */
    Scale(double bottom, double top, double tick) {
        this(new Mapping.Linear(), bottom, top, tick);
    }

    /** From none to all of a few things. */
    static Scale ofCounts(int most) {
        return new Scale(0, most, niceTick(Math.max(1, most / (double) TICKS)));
    }

    /** The part between two values, with ticks of its own. */
    Scale between(double low, double high) {
        return new Scale(mapping, low, high, niceTick((high - low) / TICKS));
    }

    /** The values to be named, from the least to the greatest. */
    double[] ticks() {
        if (!isLinear()) {
            return LogScale.ticks(this);
        }
        long first = (long) Math.ceil(bottom / tick - 1e-6);
        long last = (long) Math.floor(top / tick + 1e-6);
        return LongStream.rangeClosed(first, last).mapToDouble(i -> i * tick).toArray();
    }

    boolean isLinear() {
        return mapping instanceof Mapping.Linear;
    }

    /** How far up a value lies: 0 at the bottom, 1 at the top. */
    double share(double value) {
        double low = mapping.at(bottom);
        return (mapping.at(value) - low) / (mapping.at(top) - low);
    }

    /** The value that lies so far up. */
    double value(double share) {
        double low = mapping.at(bottom);
        return mapping.value(low + share * (mapping.at(top) - low));
    }

    /**
     * A scale from zero on which losses can be read: nearly all values and the newest are inside,
     * rare outliers are not, as they would squash the rest. Below zero it goes only for losses that
     * do.
     *
     * @param levels that are seen whatever the losses are
     * @param before the scale so far, kept as long as it is good enough
     */
    static Scale ofLosses(List<Smoothed> curves, List<Double> levels, Scale before) {
        double high = levels.stream().mapToDouble(level -> HEADROOM * level).max().orElse(0);
        double low = levels.stream().mapToDouble(level -> -HEADROOM * level).max().orElse(0);
        double above =
                Math.max(
                        Math.max(LEAST_TOP, high),
                        reach(curves, curve -> curve.buckets().max(), 1));
        double below =
                Math.max(Math.max(0, low), reach(curves, curve -> curve.buckets().min(), -1));
        boolean fits = suits(before.top, above) && suits(-before.bottom, below);
        return fits ? before : rounded(-below, above);
    }

    /**
     * A scale on which scores can be told apart wherever they lie: nearly all of both curves and
     * their newest values are inside, zero only where they are near it.
     *
     * @param levels that are seen whatever the scores are
     * @param before the scale so far, kept as long as it is good enough
     */
    static Scale ofScores(List<Smoothed> curves, List<Double> levels, Scale before) {
        double[] seen =
                DoubleStream.concat(
                                levels.stream().mapToDouble(level -> level),
                                curves.stream().flatMapToDouble(Scale::mostOfLine))
                        .sorted()
                        .toArray();
        if (seen.length == 0) {
            return UNIT;
        }
        double least = seen[0];
        double most = seen[seen.length - 1];
        // Where both curves are one flat line there must be an axis too.
        double size = Math.max(Math.abs(least), Math.abs(most));
        double share = size < LARGE ? LEAST_SPAN : LEAST_SPAN_OF_LARGE;
        double room = Math.max((most - least) * (HEADROOM - 1) / 2, size * share);
        double bottom = least - Math.max(room, LEAST_SPAN);
        double top = most + Math.max(room, LEAST_SPAN);
        boolean fits =
                before.bottom <= least
                        && before.top >= most
                        && before.top - before.bottom <= (top - bottom) * TOO_LONG;
        return fits ? before : rounded(bottom, top);
    }

    /** The values of a line but the outermost hundredth at each end, and the newest. */
    private static DoubleStream mostOfLine(Smoothed curve) {
        double[] line = sorted(curve.line(), 1);
        int cut = (int) (line.length * (1 - MUST_SHOW) / 2);
        return line.length == 0
                ? DoubleStream.empty()
                : DoubleStream.of(line[cut], line[line.length - 1 - cut], curve.newest());
    }

    /** 1, 2 or 5 times a power of ten, at least {@code distance}. */
    static double niceTick(double distance) {
        double power = Math.pow(10, Math.floor(Math.log10(distance)));
        for (int digit : new int[] {1, 2, 5}) {
            if (digit * power >= distance * 0.999) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    private static boolean suits(double length, double wanted) {
        return length >= wanted && length <= wanted * TOO_LONG;
    }

    private static Scale rounded(double bottom, double top) {
        double tick = niceTick((top - bottom) / TICKS);
        // Without the sign of a zero below zero.
        return new Scale(0 + tick * Math.floor(bottom / tick), tick * Math.ceil(top / tick), tick);
    }

    /** How far the axis should go in the direction of {@code sign}; 0 if nothing lies there. */
    private static double reach(
            List<Smoothed> curves, Function<Smoothed, float[]> extremes, int sign) {
        return Math.max(
                0, curves.stream().mapToDouble(c -> reach(c, extremes, sign)).max().orElse(0));
    }

    private static double reach(Smoothed curve, Function<Smoothed, float[]> extremes, int sign) {
        double[] far = sorted(extremes.apply(curve), sign);
        double[] line = sorted(curve.line(), sign);
        if (far.length == 0) {
            return 0;
        }
        double usual = line[(int) ((line.length - 1) * MUST_SHOW)];
        double band = Math.min(far[far.length / 2], usual * WIDEST_BAND);
        double needed = HEADROOM * Math.max(Math.max(usual, band), sign * curve.newest());
        double most = far[far.length - 1];
        return most <= needed * WORTH_SHOWING ? most : needed;
    }

    private static double[] sorted(float[] values, int sign) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> sign * values[i])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }
}
