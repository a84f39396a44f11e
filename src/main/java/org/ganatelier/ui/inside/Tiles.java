package org.ganatelier.ui.inside;

import java.util.Arrays;

/**
 * Small pictures of equal size. The array is not copied: whoever makes an instance hands it over.
 *
 * @param planes 3 where a picture is in colours, else 1
 * @param across how many stand beside each other; 0 where that is free
 * @param values picture by picture, plane by plane, row by row; NaN where there is nothing
 */
record Tiles(int count, int rows, int columns, int planes, int across, float[] values) {
    /** No picture. */
    static final Tiles NONE = new Tiles(0, 1, 1, 1, 0, new float[0]);

    Tiles {
        if (values.length != count * rows * columns * planes) {
            throw new IllegalArgumentException(
                    values.length + " values are not for " + count + " pictures");
        }
    }

    /** How many values a plane has. */
    int area() {
        return rows * columns;
    }

    /** A value of a plane. */
    float value(int tile, int plane, int place) {
        return values[(tile * planes + plane) * area() + place];
    }

    /** The largest distance from 0, of all. */
    float reach() {
        float most = 0;
        for (float value : values) {
            most = Math.max(most, Float.isNaN(value) ? 0 : Math.abs(value));
        }
        return most;
    }

    /** Whether no value is below 0. */
    boolean isOneSided() {
        for (float value : values) {
            if (value < 0) {
                return false;
            }
        }
        return true;
    }

    /** The first of them. */
    Tiles first(int most) {
        return most >= count
                ? this
                : new Tiles(
                        most,
                        rows,
                        columns,
                        planes,
                        across,
                        Arrays.copyOf(values, most * area() * planes));
    }
}
