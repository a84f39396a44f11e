package org.ganatelier.exchange.onnx;

import static org.assertj.core.api.Assertions.assertThat;

/** How far two programs are apart. */
public final class Differences {
    private Differences() {}

    /** The largest difference; endless where a value is no number. */
    public static double largest(float[] actual, float[] expected) {
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs((double) actual[i] - expected[i]);
            largest =
                    Double.isNaN(difference)
                            ? Double.POSITIVE_INFINITY
                            : Math.max(largest, difference);
        }
        return largest;
    }

    public static void assertClose(float[] actual, float[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        assertThat(largest(actual, expected)).isLessThanOrEqualTo(tolerance);
    }
}
