package org.ganatelier.data;

import org.ganatelier.experiment.data.Distribution;

import java.util.Optional;
import java.util.SplittableRandom;

/** Draws the points of a distribution: always the same ones, as a file would hold them. */
final class DrawnPoints {
    private static final int COUNT = Distribution.POINTS;

    /** Any number would do; it is not the experiment's, whose seed must not change the data. */
    private static final long SEED = 1;

    private static final double RING_RADIUS = 0.8;

    /** A hundredth of a circle's diameter, as in the paper. */
    private static final double RING_DEVIATION = 0.016;

    private static final int GRID_SIDE = 5;

    /** Between neighbours, so that the outer modes lie at -0.8 and 0.8. */
    private static final double GRID_STEP = 0.4;

    private static final double GRID_DEVIATION = 0.02;

    private DrawnPoints() {}

    /** The points, each mode equally often and in turn, with their modes as labels. */
    static Dataset of(Distribution distribution) {
        var random = new SplittableRandom(SEED);
        double deviation = deviation(distribution);
        var coordinates = new float[2 * COUNT];
        var labels = new byte[COUNT];
        for (int i = 0; i < COUNT; i++) {
            int mode = i % distribution.modes();
            labels[i] = (byte) mode;
            coordinates[2 * i] =
                    (float) (x(distribution, mode) + deviation * random.nextGaussian());
            coordinates[2 * i + 1] =
                    (float) (y(distribution, mode) + deviation * random.nextGaussian());
        }
        var points = new Points(COUNT, Distribution.SHAPE, coordinates);
        return Dataset.of(points, Optional.of(labels));
    }

    /** Where the middle of a mode lies from left to right. */
    static double x(Distribution distribution, int mode) {
        return switch (distribution) {
            case RING -> RING_RADIUS * Math.cos(angle(distribution, mode));
            case GRID -> GRID_STEP * (mode % GRID_SIDE - GRID_SIDE / 2);
        };
    }

    /** Where the middle of a mode lies from below upwards. */
    static double y(Distribution distribution, int mode) {
        return switch (distribution) {
            case RING -> RING_RADIUS * Math.sin(angle(distribution, mode));
            case GRID -> GRID_STEP * (mode / GRID_SIDE - GRID_SIDE / 2);
        };
    }

    private static double deviation(Distribution distribution) {
        return switch (distribution) {
            case RING -> RING_DEVIATION;
            case GRID -> GRID_DEVIATION;
        };
    }

    private static double angle(Distribution distribution, int mode) {
        return 2 * Math.PI * mode / distribution.modes();
    }
}
