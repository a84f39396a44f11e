package org.ganatelier.campaign;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Points;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** A few samples of noise that fit an experiment. */
final class RandomData {
    private static final int SAMPLES = 5;

    private RandomData() {}

    static Dataset of(DataSpec spec, RandomGenerator random) {
        return Dataset.of(samples(spec.shape(), SAMPLES, random), labels(spec, random));
    }

    static Samples samples(Shape shape, int count, RandomGenerator random) {
        int size = (int) (count * shape.size());
        return switch (shape) {
            case Shape.Image image -> {
                var pixels = new byte[size];
                random.nextBytes(pixels);
                yield new Images(count, image, pixels);
            }
            case Shape.Flat flat -> {
                var coordinates = new float[size];
                for (int i = 0; i < size; i++) {
                    coordinates[i] = random.nextFloat(-1, 1);
                }
                yield new Points(count, flat, coordinates);
            }
        };
    }

    private static Optional<byte[]> labels(DataSpec spec, RandomGenerator random) {
        if (spec.classes() == 0) {
            return Optional.empty();
        }
        var labels = new byte[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            labels[i] = (byte) random.nextInt(spec.classes());
        }
        return Optional.of(labels);
    }
}
