package org.ganatelier.measure;

import java.util.Arrays;

/**
 * How near some vectors are to the nearest of known ones, by comparing them with all: in so many
 * dimensions no index is faster. Immutable; may be used from any thread.
 */
final class Nearby {
    /** Vectors compared at once: the search may end after each block. */
    private static final int BLOCK = 64;

    private final int width;

    /** Of each block the first value of all its vectors, then the second: sums become vectors. */
    private final float[][][] blocks;

    /**
     * @param known vectors of {@code width} values, one after the other; neighbours come into
     *     different blocks, so that each block has some of every class
     */
    Nearby(float[] known, int width) {
        this.width = width;
        int count = known.length / width;
        blocks = new float[Math.ceilDiv(count, BLOCK)][width][];
        for (int b = 0; b < blocks.length; b++) {
            int size = Math.ceilDiv(count - b, blocks.length);
            for (int i = 0; i < width; i++) {
                blocks[b][i] = new float[size];
                for (int j = 0; j < size; j++) {
                    blocks[b][i][j] = known[(b + j * blocks.length) * width + i];
                }
            }
        }
    }

    /**
     * The squared distance of a vector from the nearest known one; infinity where none is known.
     *
     * @param rows vectors, one after the other
     * @param row which of them
     * @param enough a squared distance at which the search ends: the result is then at most this,
     *     and not always the least
     */
    float squared(float[] rows, int row, float enough) {
        float least = Float.POSITIVE_INFINITY;
        for (float[][] block : blocks) {
            var sums = new float[block[0].length];
            for (int i = 0; i < width; i++) {
                addSquares(rows[row * width + i], block[i], sums);
            }
            for (float sum : sums) {
                least = Math.min(least, sum);
            }
            if (least <= enough) {
                break;
            }
        }
        return least;
    }

    /** The least squared distances of all vectors, in ascending order. */
    float[] sorted(float[] rows) {
        var distances = new float[rows.length / width];
        for (int row = 0; row < distances.length; row++) {
            distances[row] = squared(rows, row, Float.NEGATIVE_INFINITY);
        }
        Arrays.sort(distances);
        return distances;
    }

    /** C2 makes vectors of this as both arrays are read at the same index: nothing can overlap. */
    private static void addSquares(float value, float[] row, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            float difference = value - row[j];
            sums[j] += difference * difference;
        }
    }
}
