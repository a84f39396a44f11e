package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.Initialization;

import java.util.Arrays;
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
    public void initialize(Initialization scheme, RandomGenerator random) {
        InitialWeights.fill(gamma.value(), 1);
        InitialWeights.fill(beta.value(), 0);
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new LayerNormPass(memory, input, inputGradient);
    }

    private final class LayerNormPass implements Pass {
        private final Tensor input;
        private final Tensor inputGradient;
        private final Tensor output;
        private final Tensor outputGradient;
        private final int batch;

        /** (x - mean) / deviation. */
        private final float[] normal;

        private final float[] deviations;
        private final float[] gains;
        private final float[] offsets;
        private final float[] lanes;
        private final float[] row;
        private final float[] other;

        LayerNormPass(Memory memory, Tensor input, Tensor inputGradient) {
            this.input = input;
            this.inputGradient = inputGradient;
            batch = input.batch();
            output = memory.tensor(input.shape());
            outputGradient = memory.tensor(input.shape());
            int sample = input.size() / batch;
            normal = new float[input.size()];
            deviations = new float[batch];
            gains = new float[sample];
            offsets = new float[sample];
            lanes = new float[sample];
            row = new float[sample];
            other = new float[sample];
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
            for (int i = 0; i < batch; i++) {
                Loops.load(x, i, row);
                center(row, mean(row), lanes);
                deviations[i] = (float) Math.sqrt(mean(lanes) + epsilon);
                scale(row, 1 / deviations[i], gains, offsets, lanes);
                Loops.store(row, normal, i);
                Loops.store(lanes, y, i);
            }
        }

        @Override
        public void backward(boolean parameters, boolean wanted) {
            float[] g = outputGradient.heap();
            if (parameters) {
                Loops.sumRows(g, batch, lanes);
                Loops.foldLanes(lanes, beta.gradient().heapToWrite());
                Arrays.fill(lanes, 0);
                for (int i = 0; i < batch; i++) {
                    Loops.load(g, i, row);
                    Loops.load(normal, i, other);
                    Loops.addProducts(row, other, lanes);
                }
                Loops.foldLanes(lanes, gamma.gradient().heapToWrite());
            }
            if (wanted) {
                inputGradient(g, inputGradient.heapToWrite());
            }
        }

        /** dx = (h - mean(h) - xhat * mean(h * xhat)) / deviation with h = g * gamma. */
        private void inputGradient(float[] g, float[] dx) {
            for (int i = 0; i < batch; i++) {
                Loops.load(g, i, row);
                Loops.load(normal, i, other);
                Loops.multiply(gains, row);
                float mean = mean(row);
                Arrays.fill(lanes, 0);
                Loops.addProducts(row, other, lanes);
                project(row, other, mean, mean(lanes), 1 / deviations[i]);
                Loops.store(row, dx, i);
            }
        }
    }

    private static float mean(float[] values) {
        return (float) (Loops.sum(values, 0, values.length) / values.length);
    }

    /** x = x - mean, squares = x * x. */
    private static void center(float[] x, float mean, float[] squares) {
        for (int j = 0; j < x.length; j++) {
            x[j] -= mean;
            squares[j] = x[j] * x[j];
        }
    }

    /** x = x * scale, y = x * gain + offset. */
    private static void scale(float[] x, float scale, float[] gains, float[] offsets, float[] y) {
        for (int j = 0; j < x.length; j++) {
            x[j] *= scale;
            y[j] = x[j] * gains[j] + offsets[j];
        }
    }

    private static void project(float[] h, float[] normal, float mean, float slope, float scale) {
        for (int j = 0; j < h.length; j++) {
            h[j] = (h[j] - mean - normal[j] * slope) * scale;
        }
    }
}
