package org.ganatelier.train.dl4j.layers;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Initial weights. */
final class Initial {
    private Initial() {}

    /** Uniform within sqrt(6 / (fanIn + fanOut)) (Glorot and Bengio 2010), Keras's default. */
    static void glorotUniform(Tensor weights, double fanIn, double fanOut, RandomGenerator random) {
        double limit = Math.sqrt(6 / (fanIn + fanOut));
        float[] values = weights.heapToWrite();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-limit, limit);
        }
    }

    static void fill(Tensor tensor, float value) {
        Arrays.fill(tensor.heapToWrite(), value);
    }
}
