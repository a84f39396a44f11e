package org.ganatelier.ui.eye;

import org.ganatelier.ui.widget.OutputScale;

/** How values spread over a scale. */
final class Density {
    /** Of a histogram: with 64 values, narrower bars would be noise. */
    static final int BARS = 20;

    private Density() {}

    /**
     * The share of the values in each of {@link #BARS} equal parts of the scale, from its low end.
     * Values beyond the ends count to the outermost parts.
     */
    static double[] shares(float[] values, OutputScale scale) {
        var shares = new double[BARS];
        for (float value : values) {
            double place = scale.place(value);
            if (!Double.isNaN(place)) {
                shares[(int) Math.clamp(place * BARS, 0, BARS - 1)] += 1.0 / values.length;
            }
        }
        return shares;
    }

    /**
     * The shares at one place, between the middles of the parts.
     *
     * @param place on the scale, 0 to 1
     */
    static double at(double[] shares, double place) {
        double middle = Math.clamp(place * BARS - 0.5, 0, BARS - 1);
        int below = (int) middle;
        int above = Math.min(BARS - 1, below + 1);
        return shares[below] + (shares[above] - shares[below]) * (middle - below);
    }

    /** The mean of values; not a number where there are none. */
    static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
