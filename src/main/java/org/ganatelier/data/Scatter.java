package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;

/** A picture of points: the first coordinate to the right, the second one upwards. */
final class Scatter {
    /** Pixels of a side: points are dots, so that more would only make them harder to see. */
    static final int SIDE = 96;

    /** Real points lie between -1 and 1; generated ones may miss that by half as much again. */
    private static final float EDGE = 1.5f;

    /** What a point adds to its pixel: many in one place are brighter. */
    private static final int BRIGHTNESS = 120;

    private static final int WHITE = 255;

    /** Fewer points than this are seen as larger and brighter dots only. */
    private static final int FEW = 16;

    private Scatter() {}

    /** One image of all points; those beyond its edges are left out. */
    static Images of(Points points) {
        var pixels = new byte[SIDE * SIDE];
        boolean plane = points.shape().units() > 1;
        for (int i = 0; i < points.count(); i++) {
            float x = points.at(i, 0);
            float y = plane ? points.at(i, 1) : 0;
            if (inside(x) && inside(y)) {
                dot(pixels, place(x), SIDE - 1 - place(y), points.count());
            }
        }
        return new Images(1, new Shape.Image(SIDE, SIDE, 1), pixels);
    }

    /**
     * Draws a square dot.
     *
     * @param points how many are drawn in all
     */
    private static void dot(byte[] pixels, int column, int row, int points) {
        int reach = points < FEW ? 1 : 0;
        int brightness = points < FEW ? WHITE : BRIGHTNESS;
        for (int y = Math.max(0, row - reach); y <= Math.min(SIDE - 1, row + reach); y++) {
            for (int x = Math.max(0, column - reach);
                    x <= Math.min(SIDE - 1, column + reach);
                    x++) {
                int sum = Byte.toUnsignedInt(pixels[y * SIDE + x]) + brightness;
                pixels[y * SIDE + x] = (byte) Math.min(WHITE, sum);
            }
        }
    }

    /** Whether there is a pixel for it; there is none for what is no number. */
    private static boolean inside(float coordinate) {
        return Math.abs(coordinate) < EDGE;
    }

    private static int place(float coordinate) {
        return Math.min(SIDE - 1, (int) ((coordinate + EDGE) / (2 * EDGE) * SIDE));
    }
}
