package org.ganatelier.train.dl4j.layers;

import java.util.Arrays;

/**
 * A transposed convolution to one channel, where oneDNN reaches a twentieth of its speed. The large
 * image falls into stride * stride interleaved phases; each is an ordinary correlation of the small
 * image with some of the kernel's taps, so a tap is a shift within a plane padded with zeros, and
 * the innermost loop a long one over the plane.
 */
final class ThinUpsampling {
    private final Axis rows;
    private final Axis columns;
    private final int channels;

    /** Zeros around the small image, as many as the farthest tap reaches. */
    private final int margin;

    private final int planeWidth;
    private final int planeSize;

    /**
     * Where the phases' pixels lie within the plane; a tap never reaches beyond the plane from
     * there.
     */
    private final int first;

    private final int count;
    private final float[] padded;
    private final float[] sums;

    ThinUpsampling(Axis rows, Axis columns, int channels) {
        this.rows = rows;
        this.columns = columns;
        this.channels = channels;
        margin = Math.max(reach(rows), reach(columns));
        planeWidth = phaseLength(columns) + 2 * margin;
        int planeHeight = phaseLength(rows) + 2 * margin;
        // A margin of values at both ends, so that diagonal shifts of the corners stay inside.
        planeSize = planeHeight * planeWidth + 2 * margin;
        first = margin + margin * planeWidth + margin;
        count = (phaseLength(rows) - 1) * planeWidth + phaseLength(columns);
        padded = new float[channels * planeSize];
        sums = new float[count];
    }

    private static int phaseLength(Axis axis) {
        return Math.max(axis.small(), (axis.large() + axis.stride() - 1) / axis.stride());
    }

    private static int reach(Axis axis) {
        int farthest = 0;
        for (int tap = 0; tap < axis.kernel(); tap++) {
            farthest =
                    Math.max(
                            farthest, Math.abs(Math.floorDiv(tap - axis.padding(), axis.stride())));
        }
        return farthest;
    }

    /**
     * Computes a batch.
     *
     * @param small batch * channels * small pixels
     * @param weights channels * kernel taps, zeros included
     * @param large receives batch * large pixels
     */
    void run(int batch, float[] small, float[] weights, float bias, float[] large) {
        for (int sample = 0; sample < batch; sample++) {
            pad(small, sample * channels * rows.small() * columns.small());
            for (int row = 0; row < Math.min(rows.stride(), rows.large()); row++) {
                for (int column = 0;
                        column < Math.min(columns.stride(), columns.large());
                        column++) {
                    Arrays.fill(sums, bias);
                    addTaps(row, column, weights);
                    interleave(row, column, large, sample * rows.large() * columns.large());
                }
            }
        }
    }

    private void pad(float[] small, int from) {
        int width = columns.small();
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < rows.small(); row++) {
                System.arraycopy(
                        small,
                        from + (c * rows.small() + row) * width,
                        padded,
                        c * planeSize + first + row * planeWidth,
                        width);
            }
        }
    }

    /**
     * Taps that meet a phase are those with (tap - padding) mod stride = phase; four at a time
     * where there are four.
     */
    private void addTaps(int rowPhase, int columnPhase, float[] weights) {
        int[] shifts = new int[rows.kernel() * columns.kernel()];
        int[] taps = new int[shifts.length];
        int found = 0;
        for (int y = 0; y < rows.kernel(); y++) {
            if (Math.floorMod(y - rows.padding(), rows.stride()) != rowPhase) {
                continue;
            }
            for (int x = 0; x < columns.kernel(); x++) {
                if (Math.floorMod(x - columns.padding(), columns.stride()) == columnPhase) {
                    taps[found] = y * columns.kernel() + x;
                    shifts[found] =
                            first
                                    - Math.floorDiv(y - rows.padding(), rows.stride()) * planeWidth
                                    - Math.floorDiv(x - columns.padding(), columns.stride());
                    found++;
                }
            }
        }
        int area = rows.kernel() * columns.kernel();
        for (int c = 0; c < channels; c++) {
            int plane = c * planeSize;
            int kernel = c * area;
            int t = 0;
            for (; t + 3 < found; t += 4) {
                addFour(
                        plane + shifts[t], weights[kernel + taps[t]],
                        plane + shifts[t + 1], weights[kernel + taps[t + 1]],
                        plane + shifts[t + 2], weights[kernel + taps[t + 2]],
                        plane + shifts[t + 3], weights[kernel + taps[t + 3]]);
            }
            for (; t < found; t++) {
                addOne(plane + shifts[t], weights[kernel + taps[t]]);
            }
        }
    }

    private void addFour(int a, float wa, int b, float wb, int c, float wc, int d, float wd) {
        float[] from = padded;
        float[] to = sums;
        int length = count;
        for (int i = 0; i < length; i++) {
            to[i] += wa * from[a + i] + wb * from[b + i] + wc * from[c + i] + wd * from[d + i];
        }
    }

    private void addOne(int a, float wa) {
        float[] from = padded;
        float[] to = sums;
        int length = count;
        for (int i = 0; i < length; i++) {
            to[i] += wa * from[a + i];
        }
    }

    private void interleave(int rowPhase, int columnPhase, float[] large, int to) {
        for (int y = rowPhase, row = 0; y < rows.large(); y += rows.stride(), row++) {
            int line = to + y * columns.large();
            int from = row * planeWidth;
            for (int x = columnPhase; x < columns.large(); x += columns.stride()) {
                large[line + x] = sums[from++];
            }
        }
    }
}
