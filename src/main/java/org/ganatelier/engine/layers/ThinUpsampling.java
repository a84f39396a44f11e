package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Leaving;
import org.ganatelier.plan.model.Axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A transposed convolution to one channel, where oneDNN reaches a twentieth of its speed. The large
 * image falls into stride * stride interleaved phases; each is an ordinary correlation of the small
 * image with some of the kernel's taps, so a tap is a shift within a plane padded with zeros, and
 * the innermost loop a long one over the plane.
 */
final class ThinUpsampling {
    /** A tap of the kernel and the number of the shift that it multiplies. */
    private record Tap(int weight, int shift) {}

    /** Every stride-th pixel of the large image from a corner, and the taps that reach it. */
    private record Phase(int row, int column, Tap[] taps, float[] sums) {}

    private final Axis rows;
    private final Axis columns;
    private final int channels;
    private final int planeWidth;

    /** Where the small image begins in the padded plane. */
    private final int first;

    private final float[] padded;

    /** Where each shift reads from, and the copy of the plane from there. */
    private final int[] offsets;

    private final float[][] shifted;
    private final List<Phase> phases = new ArrayList<>();

    ThinUpsampling(Axis rows, Axis columns, int channels) {
        this.rows = rows;
        this.columns = columns;
        this.channels = channels;
        // Zeros around the small image, as many as the farthest tap reaches; and as many values
        // before and behind, so that shifts of the corners stay inside.
        int margin = Math.max(reach(rows), reach(columns));
        planeWidth = phaseLength(columns) + 2 * margin;
        padded = new float[(phaseLength(rows) + 2 * margin) * planeWidth + 2 * margin];
        first = margin + margin * planeWidth + margin;
        int count = (phaseLength(rows) - 1) * planeWidth + phaseLength(columns);

        var found = new ArrayList<Integer>();
        for (int row = 0; row < Math.min(rows.stride(), rows.large()); row++) {
            for (int column = 0; column < Math.min(columns.stride(), columns.large()); column++) {
                phases.add(new Phase(row, column, taps(row, column, found), new float[count]));
            }
        }
        offsets = found.stream().mapToInt(Integer::intValue).toArray();
        shifted = new float[offsets.length][count];
    }

    private static int phaseLength(Axis axis) {
        return Math.max(axis.small(), (axis.large() + axis.stride() - 1) / axis.stride());
    }

    private static int reach(Axis axis) {
        int farthest = 0;
        for (int tap = 0; tap < axis.kernel(); tap++) {
            farthest = Math.max(farthest, Math.abs(shift(axis, tap)));
        }
        return farthest;
    }

    /** By how many pixels of the small image a tap moves it. */
    private static int shift(Axis axis, int tap) {
        return Math.floorDiv(tap - axis.padding(), axis.stride());
    }

    private static boolean meets(Axis axis, int tap, int phase) {
        return Math.floorMod(tap - axis.padding(), axis.stride()) == phase;
    }

    private Tap[] taps(int rowPhase, int columnPhase, List<Integer> found) {
        var taps = new ArrayList<Tap>();
        for (int y = 0; y < rows.kernel(); y++) {
            for (int x = 0; x < columns.kernel(); x++) {
                if (meets(rows, y, rowPhase) && meets(columns, x, columnPhase)) {
                    int offset = first - shift(rows, y) * planeWidth - shift(columns, x);
                    if (!found.contains(offset)) {
                        found.add(offset);
                    }
                    taps.add(new Tap(y * columns.kernel() + x, found.indexOf(offset)));
                }
            }
        }
        return taps.toArray(Tap[]::new);
    }

    /**
     * Computes a batch.
     *
     * @param small batch * channels * small pixels
     * @param weights channels * kernel taps, zeros included
     * @param large receives batch * large pixels
     */
    void run(int batch, float[] small, float[] weights, float bias, float[] large) {
        int kernel = rows.kernel() * columns.kernel();
        for (int sample = 0; sample < batch; sample++) {
            phases.forEach(phase -> Arrays.fill(phase.sums, bias));
            for (int channel = 0; channel < channels; channel++) {
                Leaving.check();
                pad(small, (sample * channels + channel) * rows.small() * columns.small());
                for (Phase phase : phases) {
                    addTaps(phase, weights, channel * kernel);
                }
            }
            for (Phase phase : phases) {
                interleave(phase, large, sample * rows.large() * columns.large());
            }
        }
    }

    private void pad(float[] small, int from) {
        int width = columns.small();
        for (int row = 0; row < rows.small(); row++) {
            System.arraycopy(small, from + row * width, padded, first + row * planeWidth, width);
        }
        for (int i = 0; i < offsets.length; i++) {
            System.arraycopy(padded, offsets[i], shifted[i], 0, shifted[i].length);
        }
    }

    private void addTaps(Phase phase, float[] weights, int from) {
        Tap[] taps = phase.taps;
        int t = 0;
        for (; t + 3 < taps.length; t += 4) {
            addFour(
                    phase.sums,
                    shifted[taps[t].shift],
                    weights[from + taps[t].weight],
                    shifted[taps[t + 1].shift],
                    weights[from + taps[t + 1].weight],
                    shifted[taps[t + 2].shift],
                    weights[from + taps[t + 2].weight],
                    shifted[taps[t + 3].shift],
                    weights[from + taps[t + 3].weight]);
        }
        for (; t < taps.length; t++) {
            addOne(phase.sums, shifted[taps[t].shift], weights[from + taps[t].weight]);
        }
    }

    private static void addFour(
            float[] sums,
            float[] a,
            float wa,
            float[] b,
            float wb,
            float[] c,
            float wc,
            float[] d,
            float wd) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
        }
    }

    private static void addOne(float[] sums, float[] a, float wa) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += wa * a[i];
        }
    }

    private void interleave(Phase phase, float[] large, int to) {
        for (int y = phase.row, row = 0; y < rows.large(); y += rows.stride(), row++) {
            int line = to + y * columns.large();
            int from = row * planeWidth;
            for (int x = phase.column; x < columns.large(); x += columns.stride()) {
                large[line + x] = phase.sums[from++];
            }
        }
    }
}
