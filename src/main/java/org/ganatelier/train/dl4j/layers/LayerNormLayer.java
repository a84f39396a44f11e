package org.ganatelier.train.dl4j.layers;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Layer normalization (Ba et al. 2016, arXiv:1607.06450): each sample by the mean and the deviation
 * of all its values, then a gain and an offset per channel.
 */
public final class LayerNormLayer implements Layer {
    private final double epsilon;
    private final Parameter gamma;
    private final Parameter beta;

    public LayerNormLayer(Memory memory, int channels, double epsilon) {
        this.epsilon = epsilon;
        gamma = Parameter.trained(memory, "gamma", channels);
        beta = Parameter.trained(memory, "beta", channels);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gamma, beta);
    }

    @Override
    public void initialize(RandomGenerator random) {
        Initial.fill(gamma.value(), 1);
        Initial.fill(beta.value(), 0);
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new LayerNormPass(memory, input, inputGradient);
    }

    private final class LayerNormPass implements Pass {
        private final Tensor inputGradient;
        private final Tensor input;
        private final Tensor output;
        private final Tensor outputGradient;
        private final int sample;

        /** (x - mean) / deviation. */
        private final float[] normal;

        private final float[] deviations;
        private final float[] lanes;
        private final float[] gains;
        private final float[] offsets;

        LayerNormPass(Memory memory, Tensor input, Tensor inputGradient) {
            this.input = input;
            this.inputGradient = inputGradient;
            sample = input.size() / input.batch();
            output = memory.tensor(input.shape());
            outputGradient = memory.tensor(input.shape());
            normal = new float[input.size()];
            deviations = new float[input.batch()];
            lanes = new float[sample];
            gains = new float[sample];
            offsets = new float[sample];
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
            float[] y = output.heapToWrite();
            Loops.spread(gamma.value().heap(), gains);
            Loops.spread(beta.value().heap(), offsets);
            for (int i = 0; i < deviations.length; i++) {
                int from = i * sample;
                float mean = (float) (Loops.sum(x, from, sample) / sample);
                for (int j = 0; j < sample; j++) {
                    float d = x[from + j] - mean;
                    normal[from + j] = d;
                    lanes[j] = d * d;
                }
                deviations[i] = (float) Math.sqrt(Loops.sum(lanes, 0, sample) / sample + epsilon);
                float scale = 1 / deviations[i];
                for (int j = 0; j < sample; j++) {
                    normal[from + j] *= scale;
                    y[from + j] = normal[from + j] * gains[j] + offsets[j];
                }
            }
        }

        @Override
        public void backward(boolean parameters, boolean wanted) {
            float[] g = outputGradient.heap();
            if (parameters) {
                Loops.sumRows(g, deviations.length, lanes);
                Loops.foldLanes(lanes, beta.gradient().heapToWrite());
                Loops.sumProducts(g, normal, deviations.length, lanes);
                Loops.foldLanes(lanes, gamma.gradient().heapToWrite());
            }
            if (wanted) {
                inputGradient(g, inputGradient.heapToWrite());
            }
        }

        /** dx = (h - mean(h) - xhat * mean(h * xhat)) / deviation with h = g * gamma. */
        private void inputGradient(float[] g, float[] dx) {
            for (int i = 0; i < deviations.length; i++) {
                int from = i * sample;
                for (int j = 0; j < sample; j++) {
                    float h = g[from + j] * gains[j];
                    dx[from + j] = h;
                    lanes[j] = h * normal[from + j];
                }
                float mean = (float) (Loops.sum(dx, from, sample) / sample);
                float slope = (float) (Loops.sum(lanes, 0, sample) / sample);
                float scale = 1 / deviations[i];
                for (int j = 0; j < sample; j++) {
                    dx[from + j] = (dx[from + j] - mean - normal[from + j] * slope) * scale;
                }
            }
        }
    }
}
