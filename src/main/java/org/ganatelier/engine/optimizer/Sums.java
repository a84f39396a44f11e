package org.ganatelier.engine.optimizer;

/** Sums of floats in float64, in one fixed order. */
public final class Sums {
    private Sums() {}

    /** The sum of all squares. */
    public static double squares(float[] values) {
        return squares(values, 0, values.length);
    }

    /** The sum of {@code count} squares, as four sums so that additions need not wait. */
    public static double squares(float[] values, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        int end = from + count;
        for (; i + 3 < end; i += 4) {
            a += (double) values[i] * values[i];
            b += (double) values[i + 1] * values[i + 1];
            c += (double) values[i + 2] * values[i + 2];
            d += (double) values[i + 3] * values[i + 3];
        }
        for (; i < end; i++) {
            a += (double) values[i] * values[i];
        }
        return a + b + c + d;
    }
}
