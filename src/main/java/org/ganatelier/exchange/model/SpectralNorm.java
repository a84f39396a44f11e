package org.ganatelier.exchange.model;

import org.ganatelier.plan.model.ParameterPlan;

/**
 * Spectral normalization done once and for all: W / sigma, with the sigma that inference uses (v =
 * W'u / |W'u|, sigma = |Wv|; Miyato et al. 2018, arXiv:1802.05957, algorithm 1).
 */
final class SpectralNorm {
    /** Against division by zero, as where it is trained. */
    private static final double EPSILON = 1e-12;

    private SpectralNorm() {}

    /**
     * @param weight its axes say which dimension is the outputs'
     * @param u the kept left singular vector, a value for each output
     */
    static float[] divided(ParameterPlan weight, float[] values, float[] u) {
        int outputs = u.length;
        int behind = behind(weight);
        int before = values.length / outputs / behind;
        var v = new double[before * behind];
        forEach(before, outputs, behind, (i, out, in) -> v[in] += (double) values[i] * u[out]);
        normalize(v);
        var left = new double[outputs];
        forEach(before, outputs, behind, (i, out, in) -> left[out] += values[i] * v[in]);
        double sigma = Math.max(length(left), EPSILON);
        var divided = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            divided[i] = (float) (values[i] / sigma);
        }
        return divided;
    }

    private interface Entry {
        /**
         * @param i place in memory
         * @param out row of the matrix
         * @param in column of the matrix
         */
        void take(int i, int out, int in);
    }

    private static void forEach(int before, int outputs, int behind, Entry entry) {
        int i = 0;
        for (int b = 0; b < before; b++) {
            for (int out = 0; out < outputs; out++) {
                for (int k = 0; k < behind; k++) {
                    entry.take(i++, out, b * behind + k);
                }
            }
        }
    }

    /** How many values of the weights lie between one output and the next. */
    private static int behind(ParameterPlan weight) {
        var shape = weight.shape();
        return switch (weight.axes()) {
            case IN_OUT -> 1;
            case OUT_IN_ROWS_COLUMNS -> Math.toIntExact(shape.get(1) * shape.get(2) * shape.get(3));
            case IN_OUT_ROWS_COLUMNS -> Math.toIntExact(shape.get(2) * shape.get(3));
            case CHANNELS, CLASSES_FEATURES ->
                    throw new IllegalArgumentException("Never spectrally normalized: " + weight);
        };
    }

    private static void normalize(double[] vector) {
        double length = Math.max(length(vector), EPSILON);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
    }

    private static double length(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
