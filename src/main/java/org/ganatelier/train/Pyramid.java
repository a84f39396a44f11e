package org.ganatelier.train;

import java.util.Arrays;

/**
 * One curve, with the extremes and the mean of every 16, 256, 4096, ... values of it: a stretch of
 * any length is summed up by looking at fewer than 16 numbers.
 */
final class Pyramid {
    /** 2^4 entries of one level are summed up by one of the next. */
    private static final int FAN_BITS = 4;

    /** The top level sums up 16^5 = a million values: enough for curves of a thousand million. */
    private static final int LEVELS = 5;

    private final FloatSequence values;
    private final Level[] levels;

    Pyramid() {
        values = new FloatSequence();
        levels = new Level[LEVELS];
        Arrays.setAll(levels, _ -> new Level());
    }

    private Pyramid(FloatSequence values, Level[] levels) {
        this.values = values;
        this.levels = levels;
    }

    /** A copy with a life of its own; cheap, for it shares what cannot change any more. */
    Pyramid copy() {
        return new Pyramid(
                values.copy(), Arrays.stream(levels).map(Level::copy).toArray(Level[]::new));
    }

    /** As {@link #copy}, of the first values alone. */
    Pyramid first(int count) {
        var cut = new Pyramid(values.first(count), new Level[LEVELS]);
        for (int k = 0; k < LEVELS; k++) {
            int bits = FAN_BITS * (k + 1);
            int entries = count == 0 ? 0 : ((count - 1) >> bits) + 1;
            cut.levels[k] = levels[k].first(entries);
            // The last entry may have summed up values that are cut off.
            for (int i = Math.max(0, entries - 1) << bits; i < count; i++) {
                cut.levels[k].add(entries - 1, values.get(i));
            }
        }
        return cut;
    }

    int size() {
        return values.size();
    }

    /** The value at an index; NaN where nothing was measured. */
    float get(int index) {
        return values.get(index);
    }

    /** Appends a value; one that is not finite counts as not measured. */
    void add(float value) {
        int index = values.size();
        values.add(Float.isFinite(value) ? value : Float.NaN);
        for (int k = 0; k < LEVELS; k++) {
            levels[k].add(index >> (FAN_BITS * (k + 1)), value);
        }
    }

    /** The sum of the bucket of {@code 2^bits} values that has this number, as far as it goes. */
    void sum(int bits, int bucket, Summary into) {
        int level = levelFor(bits);
        int below = FAN_BITS * level;
        long from = (long) bucket << (bits - below);
        long to = Math.min(from + entriesFor(bits), ((size() - 1) >> below) + 1L);
        into.clear();
        for (long i = from; i < to; i++) {
            if (level == 0) {
                into.include(values.get((int) i));
            } else {
                levels[level - 1].includeIn(into, (int) i);
            }
        }
    }

    /** The coarsest level whose entries fit into a bucket of {@code 2^bits} values. */
    static int levelFor(int bits) {
        return Math.min(bits / FAN_BITS, LEVELS);
    }

    /** How many entries {@link #sum} looks at, at most. */
    static int entriesFor(int bits) {
        return 1 << (bits - FAN_BITS * levelFor(bits));
    }

    /** Entry i sums up the same number of neighbouring values as every other, the last fewer. */
    private static final class Level {
        private final FloatSequence min;
        private final FloatSequence max;
        private final FloatSequence mean;
        private final FloatSequence count;
        private final Summary last = new Summary();

        Level() {
            this(
                    new FloatSequence(),
                    new FloatSequence(),
                    new FloatSequence(),
                    new FloatSequence());
        }

        private Level(
                FloatSequence min, FloatSequence max, FloatSequence mean, FloatSequence count) {
            this.min = min;
            this.max = max;
            this.mean = mean;
            this.count = count;
        }

        Level copy() {
            var copy = new Level(min.copy(), max.copy(), mean.copy(), count.copy());
            if (min.size() > 0) {
                // The last entry may grow.
                includeIn(copy.last, min.size() - 1);
            }
            return copy;
        }

        /** The first entries; the last of them is empty. */
        Level first(int entries) {
            var cut =
                    new Level(
                            min.first(entries),
                            max.first(entries),
                            mean.first(entries),
                            count.first(entries));
            if (entries > 0) {
                cut.min.set(entries - 1, Float.NaN);
                cut.max.set(entries - 1, Float.NaN);
                cut.mean.set(entries - 1, Float.NaN);
                cut.count.set(entries - 1, 0);
            }
            return cut;
        }

        void add(int entry, float value) {
            if (entry == min.size()) {
                last.clear();
                min.add(Float.NaN);
                max.add(Float.NaN);
                mean.add(Float.NaN);
                count.add(0);
            }
            if (Float.isFinite(value)) {
                last.include(value);
                min.set(entry, last.min());
                max.set(entry, last.max());
                mean.set(entry, last.mean());
                count.set(entry, last.count());
            }
        }

        void includeIn(Summary sum, int entry) {
            int values = (int) count.get(entry);
            if (values > 0) {
                sum.include(min.get(entry), max.get(entry), mean.get(entry), values);
            }
        }
    }
}
