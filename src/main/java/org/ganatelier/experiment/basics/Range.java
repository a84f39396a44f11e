package org.ganatelier.experiment.basics;

/**
 * The numbers that a value may have. Only the program's own ranges: their borders are finite, but
 * for a {@code most} of infinity, which means that there is none.
 *
 * @param least the lower border, itself in the range where {@code fromLeast}
 * @param most the upper border, itself in the range where {@code toMost}
 */
public record Range(double least, boolean fromLeast, double most, boolean toMost) {
    /** All numbers from this one on. */
    public static Range atLeast(double least) {
        return new Range(least, true, Double.POSITIVE_INFINITY, true);
    }

    /** All numbers from one to the other, both included. */
    public static Range between(double least, double most) {
        return new Range(least, true, most, true);
    }

    /** All numbers between two, neither included. */
    public static Range inside(double least, double most) {
        return new Range(least, false, most, false);
    }

    /** The range without its lower border. */
    public Range aboveLeast() {
        return new Range(least, false, most, toMost);
    }

    /** The range without its upper border. */
    public Range belowMost() {
        return new Range(least, fromLeast, most, false);
    }

    /** Whether there is an upper border. */
    public boolean isLimited() {
        return most < Double.POSITIVE_INFINITY;
    }

    /** Whether a number lies in it; what is no number lies in none. */
    public boolean contains(double value) {
        boolean high = fromLeast ? value >= least : value > least;
        boolean low = toMost ? value <= most : value < most;
        return high && low;
    }
}
