package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.Initialization;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** PReLU: x above zero, slope * x below, with a trained slope for each channel. */
public final class TrainedRectifierLayer implements Layer {
    /** He et al. 2015, section 2.1. */
    private static final float INITIAL_SLOPE = 0.25f;

    private final Parameter slope;

    public TrainedRectifierLayer(Memory memory, int channels) {
        slope = Parameter.trained(memory, "slope", channels);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(slope);
    }

    @Override
    public void initialize(Initialization scheme, RandomGenerator random) {
        InitialWeights.fill(slope.value(), INITIAL_SLOPE);
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new RectifierPass(memory, input, inputGradient);
    }

    private final class RectifierPass implements Pass {
        private final Tensor input;
        private final Tensor inputGradient;
        private final Tensor output;
        private final Tensor outputGradient;

        /** Whether each input was above zero in the last forward pass. */
        private final boolean[] above;

        private final int channels = slope.value().size();

        /** Values of a channel of a sample, side by side. */
        private final int area;

        RectifierPass(Memory memory, Tensor input, Tensor inputGradient) {
            this.input = input;
            this.inputGradient = inputGradient;
            output = memory.tensor(input.shape());
            outputGradient = memory.tensor(input.shape());
            above = new boolean[input.size()];
            area = input.size() / input.batch() / channels;
        }

        @Override
        public Tensor output() {
            return output;
        }

        @Override
        public Tensor outputGradient() {
            return outputGradient;
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            float[] x = input.heap();
            for (int i = 0; i < above.length; i++) {
                above[i] = x[i] > 0;
            }
            bend(x, output.heapToWrite());
        }

        @Override
        public void forwardNear(Supplier<RandomGenerator> draws) {
            bend(input.heap(), output.heapToWrite());
        }

        @Override
        public void backward(boolean parameters, boolean wanted) {
            if (parameters) {
                slopeGradient();
            }
            if (wanted) {
                bend(outputGradient.heap(), inputGradient.heapToWrite());
            }
        }

        private void bend(float[] from, float[] to) {
            float[] slopes = slope.value().heap();
            for (int i = 0; i < to.length; i++) {
                to[i] = above[i] ? from[i] : slopes[i / area % channels] * from[i];
            }
        }

        private void slopeGradient() {
            float[] x = input.heap();
            float[] g = outputGradient.heap();
            float[] sums = slope.gradient().heapToWrite();
            Arrays.fill(sums, 0);
            for (int i = 0; i < x.length; i++) {
                sums[i / area % channels] += above[i] ? 0 : g[i] * x[i];
            }
        }
    }
}
