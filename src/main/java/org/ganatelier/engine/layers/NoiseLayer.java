package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Adds normal noise while training. */
public final class NoiseLayer implements Layer {
    private final float deviation;

    public NoiseLayer(double deviation) {
        this.deviation = (float) deviation;
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new NoisePass(memory, input, inputGradient);
    }

    private final class NoisePass extends WeightlessPass {
        NoisePass(Memory memory, Tensor input, Tensor inputGradient) {
            super(memory, input, inputGradient, input.shape());
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            output.set(input);
            if (!training) {
                return;
            }
            RandomGenerator random = draws.get();
            float[] y = output.heapToUpdate();
            for (int i = 0; i < y.length; i++) {
                y[i] += deviation * (float) random.nextGaussian();
            }
        }

        @Override
        void inputGradient() {
            inputGradient.set(outputGradient);
        }
    }
}
