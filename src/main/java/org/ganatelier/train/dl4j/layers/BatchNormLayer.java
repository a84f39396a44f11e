package org.ganatelier.train.dl4j.layers;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Batch normalization (Ioffe and Szegedy 2015, arXiv:1502.03167) followed by a leaky rectifier: the
 * two share their loops, since both only pass over memory. Statistics are those of the batch while
 * training (the biased variance, as in Keras, also for the running one), and the running ones
 * otherwise.
 */
public final class BatchNormLayer implements Layer {
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
    public void initialize(RandomGenerator random) {
        Initial.fill(gamma.value(), 1);
        Initial.fill(beta.value(), 0);
        Initial.fill(mean.value(), 0);
        Initial.fill(variance.value(), 1);
    }

    @Override
    public boolean mixesSamples() {
        return true;
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new BatchNormPass(memory, input, inputGradient);
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
        private final float[] sums = new float[channels];
        private final float[] moreSums = new float[channels];
        // One value for each pixel of a sample, so that the loops over a sample are long and need
        // no channel index.
        private final float[] meanLanes;
        private final float[] scaleLanes;
        private final float[] shiftLanes;

        BatchNormPass(Memory memory, Tensor input, Tensor inputGradient) {
            this.input = input;
            this.inputGradient = inputGradient;
            batch = input.batch();
            int sample = input.size() / batch;
            output = memory.tensor(input.shape());
            outputGradient = memory.tensor(input.shape());
            perChannel = (float) input.size() / channels;
            meanLanes = new float[sample];
            scaleLanes = new float[sample];
            shiftLanes = new float[sample];
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
            if (training) {
                measure();
            } else {
                System.arraycopy(mean.value().heap(), 0, batchMean, 0, channels);
                System.arraycopy(variance.value().heap(), 0, batchVariance, 0, channels);
            }
            for (int c = 0; c < channels; c++) {
                deviation[c] = (float) Math.sqrt(batchVariance[c] + epsilon);
            }
            float[] gain = gamma.value().heap();
            float[] offset = beta.value().heap();
            for (int c = 0; c < channels; c++) {
                moreSums[c] = gain[c] / deviation[c];
                sums[c] = offset[c] - batchMean[c] * moreSums[c];
            }
            Loops.spread(moreSums, scaleLanes);
            Loops.spread(sums, shiftLanes);
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            for (int i = 0; i < batch; i++) {
                normalize(x, y, i * scaleLanes.length, scaleLanes, shiftLanes, slope);
            }
        }

        private void measure() {
            float[] x = input.heap();
            Loops.sumRows(x, batch, meanLanes);
            Loops.foldLanes(meanLanes, batchMean);
            for (int c = 0; c < channels; c++) {
                batchMean[c] /= perChannel;
            }
            Loops.spread(batchMean, meanLanes);
            Arrays.fill(scaleLanes, 0);
            for (int i = 0; i < batch; i++) {
                addSquares(x, i * meanLanes.length, meanLanes, scaleLanes);
            }
            Loops.foldLanes(scaleLanes, batchVariance);
            for (int c = 0; c < channels; c++) {
                batchVariance[c] /= perChannel;
            }
        }

        @Override
        public void keepStatistics() {
            keepRunning(mean.value(), batchMean);
            keepRunning(variance.value(), batchVariance);
        }

        private void keepRunning(Tensor running, float[] current) {
            running.heap();
            float[] kept = running.heapToWrite();
            for (int c = 0; c < channels; c++) {
                kept[c] = momentum * kept[c] + (1 - momentum) * current[c];
            }
        }

        @Override
        public void backward(boolean parameters, boolean wanted) {
            float[] x = input.heap();
            float[] y = output.heap();
            float[] g = outputGradient.heap();
            outputGradient.heapToWrite();
            RectifierLayer.backward(y, g, g, slope);
            // d(beta) = sum g, d(gamma) = sum g * (x - mean) / deviation, per channel.
            Loops.spread(batchMean, meanLanes);
            Arrays.fill(scaleLanes, 0);
            for (int i = 0; i < batch; i++) {
                addProducts(g, x, i * meanLanes.length, meanLanes, scaleLanes);
            }
            Loops.foldLanes(scaleLanes, moreSums);
            Loops.sumRows(g, batch, shiftLanes);
            Loops.foldLanes(shiftLanes, sums);
            for (int c = 0; c < channels; c++) {
                moreSums[c] /= deviation[c];
            }
            if (parameters) {
                System.arraycopy(moreSums, 0, gamma.gradient().heapToWrite(), 0, channels);
                System.arraycopy(sums, 0, beta.gradient().heapToWrite(), 0, channels);
            }
            if (wanted) {
                inputGradient(x, g);
            }
        }

        /**
         * dx = gamma / deviation * (g - mean(g) - xhat * mean(g * xhat)), written as a * g + b * x
         * + c per channel.
         */
        private void inputGradient(float[] x, float[] g) {
            float[] gain = gamma.value().heap();
            float[] a = new float[channels];
            float[] b = new float[channels];
            float[] c = new float[channels];
            for (int k = 0; k < channels; k++) {
                a[k] = gain[k] / deviation[k];
                b[k] = -a[k] * moreSums[k] / (perChannel * deviation[k]);
                c[k] = -a[k] * sums[k] / perChannel - b[k] * batchMean[k];
            }
            Loops.spread(a, meanLanes);
            Loops.spread(b, scaleLanes);
            Loops.spread(c, shiftLanes);
            float[] dx = inputGradient.heapToWrite();
            for (int i = 0; i < batch; i++) {
                combine(g, x, dx, i * meanLanes.length, meanLanes, scaleLanes, shiftLanes);
            }
        }
    }

    private static void normalize(
            float[] x, float[] y, int from, float[] scale, float[] shift, float slope) {
        for (int j = 0; j < scale.length; j++) {
            float v = x[from + j] * scale[j] + shift[j];
            y[from + j] = Math.max(v, slope * v);
        }
    }

    private static void addSquares(float[] x, int from, float[] mean, float[] sums) {
        for (int j = 0; j < mean.length; j++) {
            float d = x[from + j] - mean[j];
            sums[j] += d * d;
        }
    }

    private static void addProducts(float[] g, float[] x, int from, float[] mean, float[] sums) {
        for (int j = 0; j < mean.length; j++) {
            sums[j] += g[from + j] * (x[from + j] - mean[j]);
        }
    }

    private static void combine(
            float[] g, float[] x, float[] dx, int from, float[] a, float[] b, float[] c) {
        for (int j = 0; j < a.length; j++) {
            dx[from + j] = a[j] * g[from + j] + b[j] * x[from + j] + c[j];
        }
    }
}
