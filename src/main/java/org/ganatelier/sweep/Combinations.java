package org.ganatelier.sweep;

import org.ganatelier.project.sweep.Axis;
import org.ganatelier.train.RandomStream;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All combinations of the values of some settings, in the order of the file. */
final class Combinations {
    /** More digits of a learning rate would only be harder to read. */
    private static final MathContext DIGITS = new MathContext(6);

    /** One base for each axis keeps them independent (Halton 1960). */
    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

    private final List<Axis> axes;
    private final Predicate<String> whole;

    /**
     * @param whole whether the setting at a path takes whole numbers alone
     */
    Combinations(List<Axis> axes, Predicate<String> whole) {
        this.axes = axes;
        this.whole = whole;
    }

    /** How many there are, without making them. */
    static long count(List<Axis> axes) {
        double count = 1;
        double drawn = 1;
        for (Axis axis : axes) {
            switch (axis.values()) {
                case Axis.Listed(var texts) -> count *= texts.size();
                case Axis.Range range when range.draw() == Axis.Draw.GRID -> count *= range.count();
                case Axis.Range range -> drawn = range.count();
            }
        }
        return (long) Math.min(count * drawn, Long.MAX_VALUE);
    }

    /** Settings by path; the last axis changes fastest. */
    List<Map<String, String>> all() {
        List<Map<String, String>> combinations = drawn();
        for (Axis axis : axes) {
            switch (axis.values()) {
                case Axis.Listed(var texts) ->
                        combinations = times(combinations, axis.path(), texts);
                case Axis.Range range when range.draw() == Axis.Draw.GRID ->
                        combinations = times(combinations, axis.path(), grid(axis.path(), range));
                case Axis.Range _ -> {}
            }
        }
        return combinations.stream().map(this::inOrder).toList();
    }

    /** Each value of each axis, by itself. */
    List<Map<String, String>> singles() {
        return all().stream()
                .flatMap(one -> one.entrySet().stream())
                .distinct()
                .map(setting -> Map.of(setting.getKey(), setting.getValue()))
                .toList();
    }

    private static List<Map<String, String>> times(
            List<Map<String, String>> combinations, String path, List<String> values) {
        var more = new ArrayList<Map<String, String>>();
        for (Map<String, String> one : combinations) {
            for (String value : values) {
                var with = new LinkedHashMap<>(one);
                with.put(path, value);
                more.add(with);
            }
        }
        return more;
    }

    private List<String> grid(String path, Axis.Range range) {
        var values = new ArrayList<String>();
        for (int i = 0; i < range.count(); i++) {
            values.add(text(path, range.at((double) i / (range.count() - 1))));
        }
        // Whole numbers may meet.
        return values.stream().distinct().toList();
    }

    /** Points of all ranges that are drawn; one empty point where none is. */
    private List<Map<String, String>> drawn() {
        var points = new ArrayList<Map<String, String>>();
        int dimension = 0;
        for (Axis axis : axes) {
            if (axis.values() instanceof Axis.Range range && range.draw() != Axis.Draw.GRID) {
                for (int i = 0; i < range.count(); i++) {
                    if (points.size() <= i) {
                        points.add(new LinkedHashMap<>());
                    }
                    double place = place(range.draw(), dimension, i);
                    points.get(i).put(axis.path(), text(axis.path(), range.at(place)));
                }
                dimension++;
            }
        }
        return points.isEmpty() ? List.of(Map.of()) : points;
    }

    /** The same for the same file: an axis is known by its number among those that are drawn. */
    private static double place(Axis.Draw draw, int dimension, int index) {
        return draw == Axis.Draw.RANDOM
                ? RandomStream.SAMPLE.draw(dimension, index).nextDouble()
                : radicalInverse(PRIMES[dimension % PRIMES.length], index + 1);
    }

    /** The digits of a number in a base, mirrored at the point. */
    static double radicalInverse(int base, int number) {
        double result = 0;
        double digit = 1.0 / base;
        for (int rest = number; rest > 0; rest /= base) {
            result += digit * (rest % base);
            digit /= base;
        }
        return result;
    }

    private String text(String path, double value) {
        return whole.test(path)
                ? Long.toString(Math.round(value))
                : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    private Map<String, String> inOrder(Map<String, String> settings) {
        var ordered = new LinkedHashMap<String, String>();
        axes.forEach(axis -> ordered.put(axis.path(), settings.getOrDefault(axis.path(), "")));
        return ordered;
    }
}
