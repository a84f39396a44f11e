package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The same numbers under another shape: views, no work. */
public final class ReshapeLayer implements Layer {
    private final long[] sample;

    /**
     * @param sample the shape of one sample, channels first
     */
    public ReshapeLayer(long... sample) {
        this.sample = sample.clone();
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        var shape = new long[sample.length + 1];
        shape[0] = input.batch();
        System.arraycopy(sample, 0, shape, 1, sample.length);
        return new View(input.reshaped(shape), inputGradient.reshaped(shape));
    }

    private record View(Tensor output, Tensor outputGradient) implements Pass {
        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            // The output is the input.
        }

        @Override
        public void backward(boolean parameters, boolean input) {
            // The input's gradient is the output's.
        }
    }
}
