package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The mean of each channel. */
public final class GlobalAverageLayer implements Layer {
    private final int channels;

    public GlobalAverageLayer(int channels) {
        this.channels = channels;
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new MeanPass(memory, input, inputGradient);
    }

    private final class MeanPass extends WeightlessPass {
        private final int area;

        MeanPass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient, input.batch(), channels);
            area = input.size() / output.size();
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            for (int i = 0; i < y.length; i++) {
                y[i] = (float) (Loops.sum(x, i * area, area) / area);
            }
        }

        @Override
        void inputGradient() {
            float[] g = outputGradient.heap();
            float[] dx = inputGradient.heapToWrite();
            for (int i = 0; i < g.length; i++) {
                Arrays.fill(dx, i * area, (i + 1) * area, g[i] / area);
            }
        }
    }
}
