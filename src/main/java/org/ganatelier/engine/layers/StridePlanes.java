package org.ganatelier.engine.layers;

import org.ganatelier.plan.model.Axis;

import java.util.Arrays;

/**
 * One channel of an image as a window sees it that moves by a stride: a plane for each phase of the
 * stride, on which the window moves by 1. What one tap of the window sees then lies side by side
 * from some offset on, as {@link Loops} need it, with a gap behind each row.
 */
final class StridePlanes {
    private final Axis rows;
    private final Axis columns;
    private final int stride;
    private final int height;
    private final int width;
    private final float[][] planes;

    StridePlanes(Axis rows, Axis columns) {
        this.rows = rows;
        this.columns = columns;
        stride = rows.stride();
        height = side(rows);
        width = side(columns);
        planes = new float[stride * stride][height * width];
    }

    private static int side(Axis axis) {
        return axis.small() + (axis.weights() - 1) / axis.stride();
    }

    /** Values that a tap sees, gaps included. */
    int lanes() {
        return (rows.small() - 1) * width + columns.small();
    }

    /** Takes a channel of an image; around it are zeros. */
    void split(float[] image, int from) {
        for (int phase = 0; phase < planes.length; phase++) {
            copy(image, from, phase, true);
        }
    }

    /** Gives a channel back: only what some tap sees. */
    void join(float[] image, int from) {
        for (int phase = 0; phase < planes.length; phase++) {
            copy(image, from, phase, false);
        }
    }

    private void copy(float[] image, int from, int phase, boolean toPlane) {
        float[] plane = planes[phase];
        // Where the plane begins in the image.
        int top = phase / stride - before(rows);
        int left = phase % stride - before(columns);
        int begin = Math.max(0, Math.ceilDiv(-left, stride));
        int end = Math.min(width, Math.ceilDiv(columns.large() - left, stride));
        for (int i = 0; i < height; i++) {
            int row = i * stride + top;
            if (row >= 0 && row < rows.large()) {
                int inImage = from + row * columns.large() + left;
                for (int j = begin; j < end; j++) {
                    if (toPlane) {
                        plane[i * width + j] = image[inImage + j * stride];
                    } else {
                        image[inImage + j * stride] = plane[i * width + j];
                    }
                }
            }
        }
    }

    private static int before(Axis axis) {
        return axis.padding() - axis.leadingZeros();
    }

    void clear() {
        for (float[] plane : planes) {
            Arrays.fill(plane, 0);
        }
    }

    /** What a tap sees. */
    void load(int row, int column, float[] lanes) {
        System.arraycopy(plane(row, column), offset(row, column), lanes, 0, lanes.length);
    }

    /** The reverse of {@link #load}. */
    void store(float[] lanes, int row, int column) {
        System.arraycopy(lanes, 0, plane(row, column), offset(row, column), lanes.length);
    }

    private float[] plane(int row, int column) {
        return planes[row % stride * stride + column % stride];
    }

    private int offset(int row, int column) {
        return row / stride * width + column / stride;
    }

    /** From what comes out, without gaps, to what taps see, with zeros in the gaps. */
    void spread(float[] packed, int from, float[] lanes) {
        Arrays.fill(lanes, 0);
        for (int i = 0; i < rows.small(); i++) {
            System.arraycopy(packed, from + i * columns.small(), lanes, i * width, columns.small());
        }
    }

    /** The reverse of {@link #spread}; what lies in the gaps is lost. */
    void pack(float[] lanes, float[] packed, int from) {
        for (int i = 0; i < rows.small(); i++) {
            System.arraycopy(lanes, i * width, packed, from + i * columns.small(), columns.small());
        }
    }
}
