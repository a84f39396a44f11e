package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Inverted dropout (Srivastava et al. 2014): what is kept is scaled by 1 / (1 - rate) while
 * training.
 */
public final class DropoutLayer implements Layer {
    private static final int LANES = 4;
    private static final int LANE_BITS = 16;
    private static final int LANE_RANGE = 1 << LANE_BITS;

    /** Of 65,536 equally likely values, those below are dropped: rates are exact to 1 / 131,072. */
    private final int threshold;

    private final float scale;

    /**
     * @param rate share of values dropped, at least 0 and below 1
     */
    public DropoutLayer(double rate) {
        threshold = (int) Math.min(Math.round(rate * LANE_RANGE), LANE_RANGE - 1);
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
            drawMask(draws.get());
            multiply(input.heap(), mask, output.heapToWrite());
        }

        private void drawMask(RandomGenerator random) {
            for (int i = 0; i < mask.length; ) {
                long bits = random.nextLong();
                for (int lane = 0;
                        lane < LANES && i < mask.length;
                        lane++, i++, bits >>>= LANE_BITS) {
                    mask[i] = (int) (bits & (LANE_RANGE - 1)) < threshold ? 0 : scale;
                }
            }
        }

        @Override
        void inputGradient() {
            if (dropped) {
                multiply(outputGradient.heap(), mask, inputGradient.heapToWrite());
            } else {
                inputGradient.set(outputGradient);
            }
        }
    }

    private static void multiply(float[] a, float[] b, float[] product) {
        for (int i = 0; i < product.length; i++) {
            product[i] = a[i] * b[i];
        }
    }
}
