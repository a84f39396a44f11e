package org.ganatelier.measure;

import org.ganatelier.data.Images;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The squared distances of each row from the nearest and the second nearest of many others, by
 * comparing all with all: in as many dimensions no index is faster.
 */
final class NearestSearch {
    /** Known rows compared at once: with 784 pixels they fill the second-level cache. */
    private static final int BLOCK = 256;

    private final int width;
    private final int[] index;
    private final float[] nearest;
    private final float[] second;

    /** Finds the nearest of all images. */
    NearestSearch(Images images, Images known) {
        this(images, known, nobody(images.count()));
    }

    /**
     * Finds the nearest of other images.
     *
     * @param own of each image, its index among the known ones, where it is not looked for
     */
    NearestSearch(Images images, Images known, int[] own) {
        this(Vectors.of(images), Vectors.of(known), own, () -> false);
    }

    /**
     * Finds the nearest of other rows.
     *
     * @param known as wide as the rows
     * @param own of each row, its index among the known ones, where it is not looked for
     * @param abandoned asked after each block: whether the search may end, with no use
     */
    NearestSearch(Vectors rows, Vectors known, int[] own, BooleanSupplier abandoned) {
        width = rows.width();
        index = new int[rows.count()];
        nearest = new float[rows.count()];
        second = new float[rows.count()];
        Arrays.fill(nearest, Float.POSITIVE_INFINITY);
        Arrays.fill(second, Float.POSITIVE_INFINITY);
        var block = new float[width][BLOCK];
        var query = new float[width];
        var distances = new float[BLOCK];
        for (int from = 0; from < known.count() && !abandoned.getAsBoolean(); from += BLOCK) {
            int size = Math.min(BLOCK, known.count() - from);
            transpose(known, from, size, block);
            for (int i = 0; i < rows.count(); i++) {
                for (int p = 0; p < width; p++) {
                    query[p] = rows.value(i, p);
                }
                compare(query, block, distances);
                if (own[i] >= from && own[i] < from + size) {
                    distances[own[i] - from] = Float.POSITIVE_INFINITY;
                }
                keep(i, distances, from, size);
            }
        }
    }

    /** No row is a known one. */
    static int[] nobody(int rows) {
        var none = new int[rows];
        Arrays.fill(none, -1);
        return none;
    }

    /** Which known one is nearest. */
    int index(int row) {
        return index[row];
    }

    /** The squared distance to the nearest, a sum over pixels between 0 and 1. */
    float nearest(int image) {
        return nearest[image];
    }

    /** The squared distance to the second nearest. */
    float second(int image) {
        return second[image];
    }

    /** The first number of all rows of a block, then the second of all: sums become vectors. */
    private void transpose(Vectors known, int from, int size, float[][] block) {
        for (int p = 0; p < width; p++) {
            for (int j = 0; j < size; j++) {
                block[p][j] = known.value(from + j, p);
            }
        }
    }

    private static void compare(float[] query, float[][] block, float[] distances) {
        Arrays.fill(distances, 0);
        for (int p = 0; p < query.length; p++) {
            addSquares(query[p], block[p], distances);
        }
    }

    /** C2 makes vectors of this as both arrays are read at the same index: nothing can overlap. */
    private static void addSquares(float value, float[] row, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            float difference = value - row[j];
            sums[j] += difference * difference;
        }
    }

    private void keep(int image, float[] distances, int from, int size) {
        for (int j = 0; j < size; j++) {
            float distance = distances[j];
            if (distance < nearest[image]) {
                second[image] = nearest[image];
                nearest[image] = distance;
                index[image] = from + j;
            } else if (distance < second[image]) {
                second[image] = distance;
            }
        }
    }
}
