package org.ganatelier.ui.charts;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Logarithmic axes. The rule: where all that is to be seen lies above zero the axis is logarithmic;
 * else it is linear near zero and logarithmic beyond, in both directions.
 */
final class LogScale {
    /** What lies more decades below the greatest value is put on the edge. */
    private static final int MOST_DECADES = 8;

    /**
     * The linear part near zero ends so many decades below the greatest value, or up to one more.
     */
    private static final int DECADES_BESIDE_ZERO = 3;

    /** An axis that is at most this many decades too long stays, so that it does not jump about. */
    private static final double TOO_LONG = 1;

    private static final int[] DIGITS = {1, 2, 5};

    private LogScale() {}

    /**
     * A scale on which all values are inside.
     *
     * @param levels that are seen whatever the values are
     * @param before the scale so far, kept as long as it is good enough
     */
    static Scale of(List<Smoothed> curves, List<Double> levels, Scale before) {
        double[] seen =
                DoubleStream.concat(
                                levels.stream().mapToDouble(level -> level),
                                curves.stream().flatMapToDouble(LogScale::values))
                        .filter(Double::isFinite)
                        .toArray();
        if (seen.length == 0) {
            return new Scale(new Mapping.Logarithmic(), 0.1, 10, 1);
        }
        double least = DoubleStream.of(seen).min().orElseThrow();
        double most = DoubleStream.of(seen).max().orElseThrow();
        Scale needed = least > 0 ? above(least, most) : around(least, most);
        return fits(before, needed, least, most) ? before : needed;
    }

    private static DoubleStream values(Smoothed curve) {
        return DoubleStream.iterate(0, i -> i < curve.buckets().size(), i -> i + 1)
                .flatMap(
                        i ->
                                DoubleStream.of(
                                        curve.buckets().min()[(int) i],
                                        curve.buckets().max()[(int) i]));
    }

    private static Scale above(double least, double most) {
        double lowest = Math.max(least, most * Math.pow(10, -MOST_DECADES));
        double bottom = down(lowest);
        double top = up(most);
        return new Scale(new Mapping.Logarithmic(), bottom, top > bottom ? top : 10 * bottom, 1);
    }

    private static Scale around(double least, double most) {
        double size = Math.max(Math.abs(least), Math.abs(most));
        double linear =
                size == 0 ? 1 : Math.pow(10, Math.floor(Math.log10(size)) - DECADES_BESIDE_ZERO);
        double bottom = least < 0 ? -up(Math.max(-least, linear)) : 0;
        double top = most > 0 ? up(Math.max(most, linear)) : 0;
        return new Scale(new Mapping.Symmetric(linear), bottom, top > bottom ? top : linear, 1);
    }

    private static boolean fits(Scale before, Scale needed, double least, double most) {
        Mapping mapping = needed.mapping();
        return before.mapping().equals(mapping)
                && before.bottom() <= Math.max(least, needed.bottom())
                && before.top() >= most
                && mapping.at(needed.bottom()) - mapping.at(before.bottom()) <= TOO_LONG
                && mapping.at(before.top()) - mapping.at(needed.top()) <= TOO_LONG;
    }

    /** 1, 2 or 5 times a power of ten, at most a value above 0. */
    private static double down(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double found = power;
        for (int digit : DIGITS) {
            if (digit * power <= value * 1.001) {
                found = digit * power;
            }
        }
        return found;
    }

    /** 1, 2 or 5 times a power of ten, at least a value above 0. */
    private static double up(double value) {
        return Scale.niceTick(value);
    }

    /** Values to be named: powers of ten, and digits between where there are few of them. */
    static double[] ticks(Scale scale) {
        return switch (scale.mapping()) {
            case Mapping.Linear() -> new double[0];
            case Mapping.Logarithmic() -> ofPowers(scale);
            case Mapping.Symmetric(double linear) -> beside(scale, linear);
        };
    }

    private static double[] ofPowers(Scale scale) {
        int first = (int) Math.floor(Math.log10(scale.bottom()) + 1e-9);
        int last = (int) Math.ceil(Math.log10(scale.top()) - 1e-9);
        int each = stride(last - first);
        int[] digits = last - first <= 2 ? DIGITS : new int[] {1};
        return DoubleStream.iterate(first, k -> k <= last, k -> k + each)
                .flatMap(k -> DoubleStream.of(mul(digits, k)))
                .filter(value -> value >= scale.bottom() * 0.999 && value <= scale.top() * 1.001)
                .toArray();
    }

    private static double[] mul(int[] digits, double power) {
        var values = new double[digits.length];
        for (int i = 0; i < digits.length; i++) {
            values[i] = digits[i] * Math.pow(10, power);
        }
        return values;
    }

    private static double[] beside(Scale scale, double linear) {
        int first = (int) Math.round(Math.log10(linear));
        double size = Math.max(Math.abs(scale.bottom()), Math.abs(scale.top()));
        int last = (int) Math.floor(Math.log10(Math.max(size, linear)) + 1e-9);
        boolean both = scale.bottom() < 0 && scale.top() > 0;
        int each = stride((last - first) * (both ? 2 : 1));
        double[] sizes =
                DoubleStream.iterate(last, k -> k >= first, k -> k - each)
                        .map(k -> Math.pow(10, k))
                        .toArray();
        return DoubleStream.concat(
                        DoubleStream.of(0),
                        DoubleStream.concat(
                                DoubleStream.of(sizes), DoubleStream.of(sizes).map(v -> -v)))
                .filter(value -> value >= scale.bottom() && value <= scale.top() * 1.001)
                .sorted()
                .toArray();
    }

    private static int stride(int decades) {
        return decades > 6 ? Math.ceilDiv(decades, 6) : 1;
    }
}
