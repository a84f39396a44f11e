package org.ganatelier.train;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What images are made of. The arrays are not copied: whoever makes an instance hands them over.
 *
 * @param count of images
 * @param noise count * latent size values
 * @param labels the class that each image shall be of, from 0; empty where G is told none
 */
public record GeneratorInput(int count, float[] noise, byte[] labels) implements PlayerInput {
    /** A point is a dot where an image is a picture: more are needed to see where they lie. */
    private static final int POINTS_FOR_AN_IMAGE = 16;

    /** More rows of small images would only be harder to look at. */
    private static final int MOST_ROWS = 10;

    public GeneratorInput {
        if (count < 0 || (count == 0 ? noise.length > 0 : noise.length % count != 0)) {
            throw new IllegalArgumentException(
                    noise.length + " values of noise are not for " + count + " images");
        }
        if (labels.length != 0 && labels.length != count) {
            throw new IllegalArgumentException(
                    count + " images need as many labels, not " + labels.length);
        }
    }

    /**
     * Noise with the experiment's classes in turn, so that all are equally frequent; without, where
     * G is told none. Each round begins with another class: who looks at every tenth image only,
     * sees all classes too.
     */
    public static GeneratorInput inTurn(Experiment experiment, float[] noise) {
        int classes = experiment.classes();
        int count = noise.length / experiment.latentSize();
        var labels = new byte[classes == 0 ? 0 : count];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) ((i + i / classes) % classes);
        }
        return new GeneratorInput(count, noise, labels);
    }

    /** Noise for images of one class; the class counts only where G is told any. */
    public static GeneratorInput of(Experiment experiment, float[] noise, int label) {
        int count = noise.length / experiment.latentSize();
        var labels = new byte[experiment.classes() == 0 ? 0 : count];
        Arrays.fill(labels, (byte) label);
        return new GeneratorInput(count, noise, labels);
    }

    /**
     * What a preview shows: always the same, so that previews differ only because the generator
     * learned. Where G is told classes, each row is of one class, the first ten at most, and each
     * column of the same noise: what a column's images have in common is what G does with z.
     *
     * <p>Of clusters, which mean nothing to people, there are no rows, but all in turn. So of
     * points, of which there are sixteen times as many.
     *
     * @param count images in a square, where G is told no classes; its side is the length of a row
     *     also where it is
     */
    public static GeneratorInput preview(Experiment experiment, int count) {
        if (experiment.data().shape() instanceof Shape.Flat) {
            return inTurn(experiment, PreviewNoise.of(experiment, asGoodAs(count, experiment)));
        }
        int rows = previewRows(experiment);
        if (rows == 0) {
            return inTurn(experiment, PreviewNoise.of(experiment, count));
        }
        int columns = (int) Math.ceil(Math.sqrt(count));
        float[] row = PreviewNoise.of(experiment, columns);
        var noise = new float[rows * row.length];
        var labels = new byte[rows * columns];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(row, 0, noise, i * row.length, row.length);
            Arrays.fill(labels, i * columns, (i + 1) * columns, (byte) i);
        }
        return new GeneratorInput(labels.length, noise, labels);
    }

    /** How many samples of an experiment's shape are as good to look at as so many images. */
    public static int asGoodAs(int images, Experiment experiment) {
        return switch (experiment.data().shape()) {
            case Shape.Image _ -> images;
            case Shape.Flat _ -> images * POINTS_FOR_AN_IMAGE;
        };
    }

    /** Of how many classes a preview shows a row of images each; none where G is told clusters. */
    public static int previewRows(Experiment experiment) {
        if (experiment.data().shape() instanceof Shape.Flat) {
            return 0;
        }
        return Math.min(MOST_ROWS, experiment.namedClasses());
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

    /** Some of the images. */
    public GeneratorInput part(int from, int to) {
        int size = latentSize();
        return new GeneratorInput(
                to - from,
                Arrays.copyOfRange(noise, from * size, to * size),
                labels.length == 0 ? labels : Arrays.copyOfRange(labels, from, to));
    }

    @Override
    public Side side() {
        return Side.GENERATOR;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        int size = latentSize();
        System.arraycopy(noise, index * size, target, offset, size);
    }

    private int latentSize() {
        return count == 0 ? 0 : noise.length / count;
    }
}
