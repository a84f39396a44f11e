package org.ganatelier.train.dl4j.layers;

import java.util.Arrays;

/**
 * Sums over a batch, as loops that C2 vectorises: the innermost loop runs over neighbouring lanes,
 * so that no floating-point addition is reordered and the result is the same in every run.
 */
final class Loops {
    private Loops() {}

    /** lanes[j] = sum over rows i of values[i][j]; a row has lanes.length values. */
    static void sumRows(float[] values, int rows, float[] lanes) {
        Arrays.fill(lanes, 0);
        for (int i = 0; i < rows; i++) {
            addRow(values, i * lanes.length, lanes);
        }
    }

    private static void addRow(float[] values, int from, float[] lanes) {
        for (int j = 0; j < lanes.length; j++) {
            lanes[j] += values[from + j];
        }
    }

    /** lanes[j] = sum over rows i of a[i][j] * b[i][j]. */
    static void sumProducts(float[] a, float[] b, int rows, float[] lanes) {
        Arrays.fill(lanes, 0);
        for (int i = 0; i < rows; i++) {
            addProducts(a, b, i * lanes.length, lanes);
        }
    }

    private static void addProducts(float[] a, float[] b, int from, float[] lanes) {
        for (int j = 0; j < lanes.length; j++) {
            lanes[j] += a[from + j] * b[from + j];
        }
    }

    /**
     * channels[c] = sum of the lanes of channel c, which has lanes.length / channels.length
     * neighbouring ones.
     */
    static void foldLanes(float[] lanes, float[] channels) {
        int area = lanes.length / channels.length;
        for (int c = 0; c < channels.length; c++) {
            double sum = 0;
            for (int j = c * area; j < (c + 1) * area; j++) {
                sum += lanes[j];
            }
            channels[c] = (float) sum;
        }
    }

    /** The reverse of folding: every lane gets its channel's value. */
    static void spread(float[] channels, float[] lanes) {
        int area = lanes.length / channels.length;
        for (int c = 0; c < channels.length; c++) {
            Arrays.fill(lanes, c * area, (c + 1) * area, channels[c]);
        }
    }

    /** Adds lanes[j] to every row. */
    static void addToRows(float[] values, int rows, float[] lanes) {
        for (int i = 0; i < rows; i++) {
            addLanes(lanes, values, i * lanes.length);
        }
    }

    private static void addLanes(float[] lanes, float[] values, int from) {
        for (int j = 0; j < lanes.length; j++) {
            values[from + j] += lanes[j];
        }
    }

    /** sum over all values, four lanes wide. */
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
