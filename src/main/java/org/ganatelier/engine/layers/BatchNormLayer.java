package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.Initialization;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Batch normalization (Ioffe and Szegedy 2015, arXiv:1502.03167) followed by a leaky rectifier: the
 * two share their loops, since both only pass over memory. Statistics are those of the batch while
 * training (the biased variance, as in Keras, also for the running one), and the running ones
 * otherwise.
 */
public final class BatchNormLayer implements Layer {
    private static final int IMAGE_RANK = 4;

    private final int channels;
    private final float momentum;
    private final float epsilon;
    private final float slope;
    private final Parameter gamma;
    private final Parameter beta;
    private final Parameter mean;
    private final Parameter variance;

    /**
     * @param momentum share of the running statistics kept at each step
     * @param slope of the rectifier below zero: 0 is ReLU, 1 is none
     */
    public BatchNormLayer(
            Memory memory, int channels, double momentum, double epsilon, double slope) {
        this.channels = channels;
        this.momentum = (float) momentum;
        this.epsilon = (float) epsilon;
        this.slope = (float) slope;
        gamma = Parameter.trained(memory, "gamma", channels);
        beta = Parameter.trained(memory, "beta", channels);
        mean = Parameter.running(memory, "mean", channels);
        variance = Parameter.running(memory, "variance", channels);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gamma, beta, mean, variance);
    }

    @Override
    public void initialize(Initialization scheme, RandomGenerator random) {
        InitialWeights.drawGains(scheme, gamma.value(), random);
        InitialWeights.fill(beta.value(), 0);
        InitialWeights.fill(mean.value(), 0);
        InitialWeights.fill(variance.value(), 1);
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        Optional<Pass> direct =
                input.shape().length == IMAGE_RANK
                        ? DirectBatchNormPass.of(memory, this, input, inputGradient)
                        : Optional.empty();
        return direct.orElseGet(() -> new BatchNormPass(memory, input, inputGradient));
    }

    /** What it learns and keeps. */
    record Weights(Parameter gamma, Parameter beta, Parameter mean, Parameter variance) {}

    Weights weights() {
        return new Weights(gamma, beta, mean, variance);
    }

    float momentum() {
        return momentum;
    }

    float epsilon() {
        return epsilon;
    }

    float slope() {
        return slope;
    }

    private final class BatchNormPass implements Pass {
        private final Tensor input;
        private final Tensor inputGradient;
        private final Tensor output;
        private final Tensor outputGradient;
        private final int batch;
        private final float perChannel;
        private final float[] batchMean = new float[channels];
        private final float[] batchVariance = new float[channels];
        private final float[] deviation = new float[channels];

        /** Whether the last pass took its statistics from its batch. */
        private boolean ofBatch;

        /** Sums of g, and of g * xhat, per channel. */
        private final float[] gradientSum = new float[channels];

        private final float[] productSum = new float[channels];

        // Factors a, b, c of a line, per channel and spread to a sample's lanes, so that the loops
        // over a sample are long and need no channel index.
        private final float[] a = new float[channels];
        private final float[] b = new float[channels];
        private final float[] c = new float[channels];
        private final float[] lanesA;
        private final float[] lanesB;
        private final float[] lanesC;
        private final float[] row;
        private final float[] other;

        BatchNormPass(Memory memory, Tensor input, Tensor inputGradient) {
            this.input = input;
            this.inputGradient = inputGradient;
            batch = input.batch();
            output = memory.tensor(input.shape());
            outputGradient = memory.tensor(input.shape());
            perChannel = (float) input.size() / channels;
            int sample = input.size() / batch;
            lanesA = new float[sample];
            lanesB = new float[sample];
            lanesC = new float[sample];
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
            ofBatch = training;
            if (training) {
                measure();
            } else {
                System.arraycopy(mean.value().heap(), 0, batchMean, 0, channels);
                System.arraycopy(variance.value().heap(), 0, batchVariance, 0, channels);
            }
            float[] gain = gamma.value().heap();
            float[] offset = beta.value().heap();
            for (int k = 0; k < channels; k++) {
                deviation[k] = (float) Math.sqrt(batchVariance[k] + epsilon);
                a[k] = gain[k] / deviation[k];
                b[k] = offset[k] - batchMean[k] * a[k];
            }
            Order order = input.order();
            Loops.spread(order, a, lanesA);
            Loops.spread(order, b, lanesB);
            float[] x = input.heap(order);
            float[] y = output.heapToWrite(order);
            for (int i = 0; i < batch; i++) {
                Loops.load(x, i, row);
                normalize(row, lanesA, lanesB, slope);
                Loops.store(row, y, i);
            }
        }

        /** The mean, then the variance around it: one pass for both would lose digits. */
        private void measure() {
            Order order = input.order();
            float[] x = input.heap(order);
            Loops.sumRows(x, batch, lanesA);
            Loops.foldLanes(order, lanesA, batchMean);
            for (int k = 0; k < channels; k++) {
                batchMean[k] /= perChannel;
            }
            Loops.spread(order, batchMean, lanesA);
            Arrays.fill(lanesB, 0);
            for (int i = 0; i < batch; i++) {
                Loops.load(x, i, row);
                addSquares(row, lanesA, lanesB);
            }
            Loops.foldLanes(order, lanesB, batchVariance);
            for (int k = 0; k < channels; k++) {
                batchVariance[k] /= perChannel;
            }
        }

        @Override
        public void keepStatistics() {
            keepRunning(mean.value(), batchMean);
            keepRunning(variance.value(), batchVariance);
        }

        private void keepRunning(Tensor running, float[] current) {
            float[] kept = running.heapToUpdate();
            for (int k = 0; k < channels; k++) {
                kept[k] = momentum * kept[k] + (1 - momentum) * current[k];
            }
        }

        @Override
        public void backward(boolean parameters, boolean wanted) {
            Order order = outputGradient.order();
            float[] x = input.heap(order);
            float[] g = outputGradient.heapToUpdate(order);
            RectifierLayer.backward(output.heap(order), g, g, slope);
            sumGradients(order, x, g);
            if (parameters) {
                System.arraycopy(productSum, 0, gamma.gradient().heapToWrite(), 0, channels);
                System.arraycopy(gradientSum, 0, beta.gradient().heapToWrite(), 0, channels);
            }
            if (wanted) {
                inputGradient(order, x, g);
            }
        }

        private void sumGradients(Order order, float[] x, float[] g) {
            Loops.spread(order, batchMean, lanesA);
            Arrays.fill(lanesB, 0);
            Arrays.fill(lanesC, 0);
            for (int i = 0; i < batch; i++) {
                Loops.load(x, i, row);
                Loops.load(g, i, other);
                addGradients(other, row, lanesA, lanesB, lanesC);
            }
            Loops.foldLanes(order, lanesB, gradientSum);
            Loops.foldLanes(order, lanesC, productSum);
            for (int k = 0; k < channels; k++) {
                productSum[k] /= deviation[k];
            }
        }

        /**
         * dx = gamma / deviation * (g - mean(g) - xhat * mean(g * xhat)), written as a * g + b * x
         * + c per channel. Running statistics are constants: of them only a remains.
         */
        private void inputGradient(Order order, float[] x, float[] g) {
            float[] gain = gamma.value().heap();
            for (int k = 0; k < channels; k++) {
                a[k] = gain[k] / deviation[k];
                b[k] = ofBatch ? -a[k] * productSum[k] / (perChannel * deviation[k]) : 0;
                c[k] = ofBatch ? -a[k] * gradientSum[k] / perChannel - b[k] * batchMean[k] : 0;
            }
            Loops.spread(order, a, lanesA);
            Loops.spread(order, b, lanesB);
            Loops.spread(order, c, lanesC);
            float[] dx = inputGradient.heapToWrite(order);
            for (int i = 0; i < batch; i++) {
                Loops.load(x, i, row);
                Loops.load(g, i, other);
                combine(other, row, lanesA, lanesB, lanesC);
                Loops.store(row, dx, i);
            }
        }
    }

    /** x = rectified(a * x + b). */
    private static void normalize(float[] x, float[] a, float[] b, float slope) {
        for (int j = 0; j < x.length; j++) {
            float v = x[j] * a[j] + b[j];
            x[j] = Math.max(v, slope * v);
        }
    }

    private static void addSquares(float[] x, float[] mean, float[] sums) {
        for (int j = 0; j < x.length; j++) {
            float d = x[j] - mean[j];
            sums[j] += d * d;
        }
    }

    private static void addGradients(
            float[] g, float[] x, float[] mean, float[] sums, float[] products) {
        for (int j = 0; j < x.length; j++) {
            sums[j] += g[j];
            products[j] += g[j] * (x[j] - mean[j]);
        }
    }

    /** x = a * g + b * x + c. */
    private static void combine(float[] g, float[] x, float[] a, float[] b, float[] c) {
        for (int j = 0; j < x.length; j++) {
            x[j] = a[j] * g[j] + b[j] * x[j] + c[j];
        }
    }
}
