package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Minibatch standard deviation (Karras et al. 2018, arXiv:1710.10196, section 3): the deviation of
 * each value over a group of samples, its mean over all values, and that one number as an
 * additional channel of the group's samples.
 *
 * <p>Groups are as in the paper's program, sample n belonging to group n mod (batch / size). Where
 * the size does not divide the batch, some groups have one sample more.
 */
public final class MinibatchDeviationLayer implements Layer {
    /** Added to the variance, as in the paper's program. */
    private static final double EPSILON = 1e-8;

    private final int groupSize;

    /**
     * @param groupSize samples in a group, at least 2; of a smaller batch, all
     */
    public MinibatchDeviationLayer(int groupSize) {
        this.groupSize = groupSize;
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        long[] shape = input.shape();
        shape[1]++;
        return new DeviationPass(memory, input, inputGradient, shape);
    }

    private final class DeviationPass extends WeightlessPass {
        private final int batch = input.batch();
        private final int groups = Math.max(1, batch / groupSize);

        /** Values of a sample that comes in. */
        private final int sample = input.size() / batch;

        /** Values of the additional channel. */
        private final int area = output.size() / batch - sample;

        /** Per group and value, as the last forward pass found them. */
        private final float[][] means = new float[groups][sample];

        private final float[][] deviations = new float[groups][sample];
        private final float[] row = new float[sample];
        private final float[] other = new float[sample];

        DeviationPass(Memory memory, Tensor input, Tensor inputGradient, long[] shape) {
            super(memory, input, inputGradient, shape);
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            for (int group = 0; group < groups; group++) {
                float deviation = measure(x, group, means[group], deviations[group]);
                for (int n = group; n < batch; n += groups) {
                    int to = n * (sample + area);
                    System.arraycopy(x, n * sample, y, to, sample);
                    Arrays.fill(y, to + sample, to + sample + area, deviation);
                }
            }
        }

        /** The mean over all values of their deviations in a group. */
        private float measure(float[] x, int group, float[] mean, float[] deviation) {
            Arrays.fill(mean, 0);
            for (int n = group; n < batch; n += groups) {
                Loops.load(x, n, row);
                Loops.add(row, mean);
            }
            Loops.scale(mean, 1f / size(group));
            Arrays.fill(deviation, 0);
            for (int n = group; n < batch; n += groups) {
                Loops.load(x, n, row);
                addSquares(row, mean, deviation);
            }
            for (int j = 0; j < sample; j++) {
                deviation[j] = (float) Math.sqrt(deviation[j] / size(group) + EPSILON);
            }
            return (float) (Loops.sum(deviation, 0, sample) / sample);
        }

        private int size(int group) {
            return (batch - group + groups - 1) / groups;
        }

        /**
         * dx = g + d * (x - mean) / (values * size * deviation), d being the sum over the group of
         * what comes back through the additional channel.
         */
        @Override
        void inputGradient() {
            float[] x = input.heap();
            float[] g = outputGradient.heap();
            float[] dx = inputGradient.heapToWrite();
            for (int group = 0; group < groups; group++) {
                double sum = 0;
                for (int n = group; n < batch; n += groups) {
                    sum += Loops.sum(g, n * (sample + area) + sample, area);
                }
                float factor = (float) (sum / ((double) sample * size(group)));
                for (int n = group; n < batch; n += groups) {
                    Loops.load(x, n, row);
                    System.arraycopy(g, n * (sample + area), other, 0, sample);
                    addDirections(row, means[group], deviations[group], factor, other);
                    Loops.store(other, dx, n);
                }
            }
        }
    }

    private static void addSquares(float[] x, float[] mean, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            float d = x[j] - mean[j];
            sums[j] += d * d;
        }
    }

    private static void addDirections(
            float[] x, float[] mean, float[] deviation, float factor, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * (x[j] - mean[j]) / deviation[j];
        }
    }
}
