package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The largest value of each channel; of equal ones, the first. */
public final class GlobalMaxLayer implements Layer {
    private final int channels;

    public GlobalMaxLayer(int channels) {
        this.channels = channels;
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new MaxPass(memory, input, inputGradient);
    }

    private final class MaxPass extends WeightlessPass {
        /** Where in the input each output was found. */
        private final int[] places;

        private final int area;

        MaxPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient, input.batch(), channels);
            places = new int[output.size()];
            area = input.size() / output.size();
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            float[] x = input.heap();
            for (int i = 0; i < places.length; i++) {
                int best = i * area;
                for (int j = best + 1; j < (i + 1) * area; j++) {
                    best = x[j] > x[best] ? j : best;
                }
                places[i] = best;
            }
            take();
        }

        /** The maximum stays where it was: another place would be beyond a kink. */
        @Override
        public void forwardNear(Supplier<RandomGenerator> draws) {
            take();
        }

        private void take() {
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                y[i] = x[places[i]];
            }
        }

        @Override
        void inputGradient() {
            float[] g = outputGradient.heap();
            float[] dx = inputGradient.heapToWrite();
            Arrays.fill(dx, 0);
            for (int i = 0; i < g.length; i++) {
                dx[places[i]] = g[i];
            }
        }
    }
}
