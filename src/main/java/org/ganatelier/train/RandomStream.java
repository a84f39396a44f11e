package org.ganatelier.train;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * One named use of randomness in an experiment. Draw {@code n} depends on the seed, the name and
 * {@code n} alone, so a run that goes on from a checkpoint needs only the number of draws made, and
 * draws may be made ahead on another thread.
 */
public enum RandomStream {
    WEIGHTS(1),
    NOISE(2),
    SHUFFLE(3),
    DROPOUT(4),
    PREVIEW(5),
    SAMPLE(6),
    INSTANCE_NOISE(7),
    PENALTY(8),
    LABELS(9),
    AUGMENTATION(16);

    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    // The increments of SplitMix64 (Steele et al. 2014) and of its variant for splitting: odd, far
    // apart.
    private static final long STREAM_STEP = 0x9E3779B97F4A7C15L;
    private static final long DRAW_STEP = 0xD1B54A32D192ED03L;

    private final int number;

    RandomStream(int number) {
        this.number = number;
    }

    /** The generator of one draw. */
    public RandomGenerator draw(long seed, long index) {
        return FACTORY.create(mix(mix(seed + number * STREAM_STEP) + index * DRAW_STEP));
    }

    /** The finalizer of SplitMix64: neighbouring seeds give unrelated generators. */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
