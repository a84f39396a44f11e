package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.Initialization;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Initial weights; see {@link Initialization} for what each scheme is. */
final class InitialWeights {
    /** Of {@link Initialization#NORMAL_002}. */
    private static final double DCGAN_DEVIATION = 0.02;

    private InitialWeights() {}

    /**
     * Draws the weights of a dense layer or a convolution.
     *
     * @param fanIn inputs that one output sees, as Keras counts them
     * @param fanOut outputs that one input reaches
     */
    static void draw(
            Initialization scheme,
            Tensor weights,
            double fanIn,
            double fanOut,
            RandomGenerator random) {
        switch (scheme) {
            case GLOROT_UNIFORM -> uniform(weights, Math.sqrt(6 / (fanIn + fanOut)), random);
            case GLOROT_NORMAL -> normal(weights, 0, Math.sqrt(2 / (fanIn + fanOut)), random);
            case HE_NORMAL -> normal(weights, 0, Math.sqrt(2 / fanIn), random);
            case NORMAL_002 -> normal(weights, 0, DCGAN_DEVIATION, random);
            case ORTHOGONAL -> {
                int rows = weights.length(0);
                orthogonal(weights.heapToWrite(), rows, weights.size() / rows, random);
            }
        }
    }

    /** Draws the gains of batch normalization. */
    static void drawGains(Initialization scheme, Tensor gains, RandomGenerator random) {
        switch (scheme) {
            case GLOROT_UNIFORM, GLOROT_NORMAL, HE_NORMAL, ORTHOGONAL -> fill(gains, 1);
            case NORMAL_002 -> normal(gains, 1, DCGAN_DEVIATION, random);
        }
    }

    static void fill(Tensor tensor, float value) {
        Arrays.fill(tensor.heapToWrite(), value);
    }

    static void normal(Tensor tensor, double mean, double deviation, RandomGenerator random) {
        float[] values = tensor.heapToWrite();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + deviation * random.nextGaussian());
        }
    }

    private static void uniform(Tensor weights, double limit, RandomGenerator random) {
        float[] values = weights.heapToWrite();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-limit, limit);
        }
    }

    /**
     * The rows of a matrix, or its columns where those are fewer, made perpendicular one after the
     * other (modified Gram-Schmidt, in float64). From normal values that gives every orthogonal
     * matrix with the same chance.
     */
    private static void orthogonal(float[] values, int rows, int columns, RandomGenerator random) {
        boolean wide = rows <= columns;
        var vectors = new double[Math.min(rows, columns)][Math.max(rows, columns)];
        for (int i = 0; i < vectors.length; i++) {
            Arrays.setAll(vectors[i], k -> random.nextGaussian());
            for (int j = 0; j < i; j++) {
                add(-dot(vectors[j], vectors[i]), vectors[j], vectors[i]);
            }
            double length = Math.sqrt(dot(vectors[i], vectors[i]));
            for (int k = 0; k < vectors[i].length; k++) {
                vectors[i][k] /= length;
                values[wide ? i * columns + k : k * columns + i] = (float) vectors[i][k];
            }
        }
    }

    /** As four sums, so that additions need not wait for each other. */
    private static double dot(double[] a, double[] b) {
        double p = 0;
        double q = 0;
        double r = 0;
        double s = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            p += a[i] * b[i];
            q += a[i + 1] * b[i + 1];
            r += a[i + 2] * b[i + 2];
            s += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            p += a[i] * b[i];
        }
        return p + q + r + s;
    }

    private static void add(double factor, double[] values, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * values[i];
        }
    }
}
