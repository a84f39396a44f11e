package org.ganatelier.train.dl4j.layers;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** ReLU and LeakyReLU: y = max(x, slope * x). */
public final class RectifierLayer implements Layer {
    private final float slope;

    /**
     * @param slope below zero, at least 0 and below 1
     */
    public RectifierLayer(double slope) {
        this.slope = (float) slope;
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new RectifierPass(memory, input, inputGradient);
    }

    private final class RectifierPass extends WeightlessPass {
        RectifierPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient, input.shape());
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            for (int i = 0; i < x.length; i++) {
                y[i] = Math.max(x[i], slope * x[i]);
            }
        }

        @Override
        void inputGradient() {
            RectifierLayer.backward(
                    output.heap(), outputGradient.heap(), inputGradient.heapToWrite(), slope);
        }
    }

    /**
     * dx = g where y is positive, slope * g where it is negative. Told by y's sign bit, without a
     * branch: signs are as good as random, and a mispredicted branch costs more than the rest.
     * ReLU's zeros are -0, since they are 0 * x.
     */
    static void backward(float[] y, float[] g, float[] dx, float slope) {
        int one = Float.floatToRawIntBits(1);
        int difference = one ^ Float.floatToRawIntBits(slope);
        for (int i = 0; i < y.length; i++) {
            int negative = Float.floatToRawIntBits(y[i]) >> (Integer.SIZE - 1);
            dx[i] = g[i] * Float.intBitsToFloat(one ^ (difference & negative));
        }
    }
}
