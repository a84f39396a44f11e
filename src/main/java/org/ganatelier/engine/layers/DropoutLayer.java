package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.Tensor;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Inverted dropout (Srivastava et al. 2014): what is kept is scaled by 1 / (1 - rate) while
 * training. Which values those are follows from their place and two random keys by a hash, so that
 * the loop is vectorised: random numbers one after the other took 13 times as long.
 */
public final class DropoutLayer implements Layer {
    /** Of a hash so many bits decide. */
    private static final int BITS = 24;

    private static final int RANGE = 1 << BITS;
    private static final int SIGN = 31;

    /** Of {@link #RANGE} equally likely values, those below are dropped. */
    private final int threshold;

    private final float scale;

    /**
     * @param rate share of values dropped, at least 0 and below 1
     */
    public DropoutLayer(double rate) {
        threshold = (int) Math.min(Math.round(rate * RANGE), RANGE - 1);
        scale = (float) (1 / (1 - rate));
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new DropoutPass(memory, input, inputGradient);
    }

    private final class DropoutPass extends WeightlessPass {
        private final float[] mask;
        private boolean dropped;

        /** In which the mask lies. */
        private Order order = Order.CHANNELS_FIRST;

        DropoutPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient, input.shape());
            mask = new float[input.size()];
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            dropped = training;
            if (!training) {
                output.set(input);
                return;
            }
            RandomGenerator random = draws.get();
            order = input.order();
            drawMask(mask, random.nextInt(), random.nextInt(), threshold, scale);
            multiply(input.heap(order), mask, output.heapToWrite(order));
        }

        @Override
        void inputGradient() {
            if (dropped) {
                multiply(outputGradient.heap(order), mask, inputGradient.heapToWrite(order));
            } else {
                inputGradient.set(outputGradient);
            }
        }
    }

    /**
     * Scale where the hash of a place is kept, 0 elsewhere. The hash is {@code lowbias32} of
     * Wellons, "Prospecting for Hash Functions" (2018), with a second key in its middle.
     */
    private static void drawMask(float[] mask, int key, int secondKey, int threshold, float scale) {
        for (int i = 0; i < mask.length; i++) {
            int x = i ^ key;
            x ^= x >>> 16;
            x *= 0x7feb352d;
            x ^= (x >>> 15) ^ secondKey;
            x *= 0x846ca68b;
            x ^= x >>> 16;
            // No branch: 1 where the hash is below the threshold.
            int below = ((x >>> (Integer.SIZE - BITS)) - threshold) >>> SIGN;
            mask[i] = scale * (1 - below);
        }
    }

    private static void multiply(float[] a, float[] b, float[] product) {
        for (int i = 0; i < product.length; i++) {
            product[i] = a[i] * b[i];
        }
    }
}
