package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Order;

import java.util.Arrays;

/**
 * Loops that C2 vectorises. It does so only where every array is indexed by the loop variable
 * alone: at different offsets it cannot rule out that a store overtakes a load, and the loop is ten
 * times slower. So rows are first copied to the front of an array of their own, which costs next to
 * nothing. The innermost loop runs over neighbouring lanes, so that no floating-point addition is
 * reordered and every run gives the same bits.
 */
final class Loops {
    private Loops() {}

    /** row = values[index], of rows as long as {@code row}. */
    static void load(float[] values, int index, float[] row) {
        System.arraycopy(values, index * row.length, row, 0, row.length);
    }

    /** values[index] = row. */
    static void store(float[] row, float[] values, int index) {
        System.arraycopy(row, 0, values, index * row.length, row.length);
    }

    /** sums[j] += values[j]. */
    static void add(float[] values, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += values[j];
        }
    }

    /** sums[j] += a[j] * b[j]. */
    static void addProducts(float[] a, float[] b, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += a[j] * b[j];
        }
    }

    /** sums[j] += values[j] * factor. */
    static void addScaled(float[] values, float factor, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += values[j] * factor;
        }
    }

    /** values[j] *= factor. */
    static void scale(float[] values, float factor) {
        for (int j = 0; j < values.length; j++) {
            values[j] *= factor;
        }
    }

    /** values[j] *= factors[j]. */
    static void multiply(float[] factors, float[] values) {
        for (int j = 0; j < values.length; j++) {
            values[j] *= factors[j];
        }
    }

    /** lanes[j] = sum over rows i of values[i][j]; a row has lanes.length values. */
    static void sumRows(float[] values, int rows, float[] lanes) {
        var row = new float[lanes.length];
        Arrays.fill(lanes, 0);
        for (int i = 0; i < rows; i++) {
            load(values, i, row);
            add(row, lanes);
        }
    }

    /** Adds lanes[j] to every row. */
    static void addToRows(float[] values, int rows, float[] lanes) {
        var row = new float[lanes.length];
        for (int i = 0; i < rows; i++) {
            load(values, i, row);
            add(lanes, row);
            store(row, values, i);
        }
    }

    /**
     * channels[c] = sum of the lanes of channel c, which has lanes.length / channels.length
     * neighbouring ones.
     */
    static void foldLanes(float[] lanes, float[] channels) {
        int area = lanes.length / channels.length;
        for (int c = 0; c < channels.length; c++) {
            channels[c] = (float) sum(lanes, c * area, area);
        }
    }

    /**
     * channels[c] = sum of the lanes of channel c, which lie as the order of images says. Channels
     * that come last are added up pixel by pixel.
     */
    static void foldLanes(Order order, float[] lanes, float[] channels) {
        switch (order) {
            case CHANNELS_FIRST -> foldLanes(lanes, channels);
            case CHANNELS_LAST -> {
                var sums = new double[channels.length];
                for (int from = 0; from < lanes.length; from += sums.length) {
                    for (int c = 0; c < sums.length; c++) {
                        sums[c] += lanes[from + c];
                    }
                }
                for (int c = 0; c < sums.length; c++) {
                    channels[c] = (float) sums[c];
                }
            }
        }
    }

    /**
     * The reverse of {@link #foldLanes(Order, float[], float[])}: a lane gets its channel's value.
     */
    static void spread(Order order, float[] channels, float[] lanes) {
        switch (order) {
            case CHANNELS_FIRST -> spread(channels, lanes);
            case CHANNELS_LAST -> {
                for (int from = 0; from < lanes.length; from += channels.length) {
                    System.arraycopy(channels, 0, lanes, from, channels.length);
                }
            }
        }
    }

    /** The reverse of folding: every lane gets its channel's value. */
    static void spread(float[] channels, float[] lanes) {
        int area = lanes.length / channels.length;
        for (int c = 0; c < channels.length; c++) {
            Arrays.fill(lanes, c * area, (c + 1) * area, channels[c]);
        }
    }

    /** The sum of {@code count} products, as four sums like {@link #sum}. */
    static double dot(float[] left, int fromLeft, float[] right, int fromRight, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            a += (double) left[fromLeft + i] * right[fromRight + i];
            b += (double) left[fromLeft + i + 1] * right[fromRight + i + 1];
            c += (double) left[fromLeft + i + 2] * right[fromRight + i + 2];
            d += (double) left[fromLeft + i + 3] * right[fromRight + i + 3];
        }
        for (; i < count; i++) {
            a += (double) left[fromLeft + i] * right[fromRight + i];
        }
        return a + b + c + d;
    }

    /**
     * The sum of {@code count} values, as four sums so that additions need not wait for each other.
     */
    static double sum(float[] values, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        int end = from + count;
        for (; i + 3 < end; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < end; i++) {
            a += values[i];
        }
        return a + b + c + d;
    }
}
