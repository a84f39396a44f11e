package org.ganatelier.train;

import org.ganatelier.experiment.Experiment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What images are made of. The arrays are not copied: whoever makes an instance hands them over.
 *
 * @param noise count * latent size values
 * @param labels the class that each image shall be of, from 0; empty where G is told none
 */
public record GeneratorInput(float[] noise, byte[] labels) {
    /** More rows of small images would only be harder to look at. */
    private static final int MOST_ROWS = 10;

    /**
     * Noise with the experiment's classes in turn, so that all are equally frequent; without, where
     * G is told none. Each round begins with another class: who looks at every tenth image only,
     * sees all classes too.
     */
    public static GeneratorInput inTurn(Experiment experiment, float[] noise) {
        int classes = experiment.classes();
        var labels = new byte[classes == 0 ? 0 : noise.length / experiment.latentSize()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) ((i + i / classes) % classes);
        }
        return new GeneratorInput(noise, labels);
    }

    /** Noise for images of one class; the class counts only where G is told any. */
    public static GeneratorInput of(Experiment experiment, float[] noise, int label) {
        var labels =
                new byte[experiment.classes() == 0 ? 0 : noise.length / experiment.latentSize()];
        Arrays.fill(labels, (byte) label);
        return new GeneratorInput(noise, labels);
    }

    /**
     * What a preview shows: always the same, so that previews differ only because the generator
     * learned. Where G is told classes, each row is of one class, the first ten at most, and each
     * column of the same noise: what a column's images have in common is what G does with z.
     *
     * @param count images in a square, where G is told no classes; its side is the length of a row
     *     also where it is
     */
    public static GeneratorInput preview(Experiment experiment, int count) {
        int rows = previewRows(experiment);
        if (rows == 0) {
            return new GeneratorInput(PreviewNoise.of(experiment, count), new byte[0]);
        }
        int columns = (int) Math.ceil(Math.sqrt(count));
        float[] row = PreviewNoise.of(experiment, columns);
        var noise = new float[rows * row.length];
        var labels = new byte[rows * columns];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(row, 0, noise, i * row.length, row.length);
            Arrays.fill(labels, i * columns, (i + 1) * columns, (byte) i);
        }
        return new GeneratorInput(noise, labels);
    }

    /** Of how many classes a preview shows a row each; 0 where G is told none. */
    public static int previewRows(Experiment experiment) {
        return Math.min(MOST_ROWS, experiment.classes());
    }

    /**
     * Noise drawn from N(0, 1), with the experiment's classes in turn.
     *
     * @param seed the same seed gives the same noise
     */
    public static GeneratorInput sampled(Experiment experiment, int count, long seed) {
        RandomGenerator random = RandomStream.SAMPLE.draw(seed, 0);
        var noise = new float[Math.multiplyExact(count, experiment.latentSize())];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return inTurn(experiment, noise);
    }

    /**
     * Some of the images.
     *
     * @param size of the noise of one
     */
    public GeneratorInput part(int from, int to, int size) {
        return new GeneratorInput(
                Arrays.copyOfRange(noise, from * size, to * size),
                labels.length == 0 ? labels : Arrays.copyOfRange(labels, from, to));
    }
}
