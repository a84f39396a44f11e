package org.ganatelier.train;

import java.util.function.IntToDoubleFunction;

/**
 * How numbers are spread: their length and a histogram. The array is not copied: whoever makes an
 * instance hands it over.
 *
 * @param size how many numbers there are
 * @param norm their length, the square root of the sum of their squares; of more than {@link #SEEN}
 *     numbers that are read one by one, as far as those that are seen tell
 * @param low where the first bin of the histogram begins
 * @param high where the last one ends; numbers outside are in the outer bins
 * @param counts of the numbers in each bin, all bins being equally wide
 */
public record Spread(long size, double norm, double low, double high, int[] counts) {
    /** Of a histogram. */
    public static final int BINS = 40;

    /** A histogram of more numbers is made of so many of them, evenly spaced. */
    public static final int SEEN = 32_768;

    /** So many times as far from 0 as the numbers are on average, there are hardly any. */
    private static final double REACH = 4;

    /** The root of the mean square: how large the numbers are, however many there are. */
    public double rms() {
        return size == 0 ? 0 : norm / Math.sqrt((double) size);
    }

    /** The largest number in a bin, at least 1. */
    public int highestCount() {
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }

    /**
     * The spread of numbers.
     *
     * @param squares the sum of all their squares
     * @param at the number of a place, from 0
     */
    public static Spread of(long size, double squares, IntToDoubleFunction at) {
        int step = step(size);
        double reach = size == 0 ? 0 : REACH * Math.sqrt(squares / size);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i += step) {
            double value = at.applyAsDouble(i);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double low = size == 0 ? 0 : Math.max(-reach, least);
        double high = size == 0 ? 0 : Math.min(reach, most);
        // A single number has no width.
        double width = Math.max(high - low, Float.MIN_NORMAL);
        var counts = new int[BINS];
        for (int i = 0; i < size; i += step) {
            double place = (at.applyAsDouble(i) - low) / width * BINS;
            counts[Math.clamp((long) place, 0, BINS - 1)]++;
        }
        return new Spread(size, Math.sqrt(squares), low, low + width, counts);
    }

    /** The spread of numbers of which only some are read, at most {@link #SEEN}. */
    public static Spread sampled(long size, IntToDoubleFunction at) {
        int step = step(size);
        double squares = 0;
        int seen = 0;
        for (int i = 0; i < size; i += step) {
            double value = at.applyAsDouble(i);
            squares += value * value;
            seen++;
        }
        return of(size, seen == 0 ? 0 : squares * size / seen, at);
    }

    /** Odd, so that no channel or row is left out whose number is a power of two. */
    private static int step(long size) {
        return size <= SEEN ? 1 : Math.ceilDiv((int) size, SEEN) | 1;
    }
}
