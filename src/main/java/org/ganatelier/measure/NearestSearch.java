package org.ganatelier.measure;

import org.ganatelier.data.Images;

import java.util.Arrays;

/**
 * The squared distances of each image from the nearest and the second nearest of many others, by
 * comparing all with all: in as many dimensions no index is faster.
 */
final class NearestSearch {
    /** Known images compared at once: with their 784 pixels they fill the second-level cache. */
    private static final int BLOCK = 256;

    private static final float WHITE = 255;

    private final int pixels;
    private final float[] nearest;
    private final float[] second;

    /** Finds the nearest of all. */
    NearestSearch(Images images, Images known) {
        this(images, known, nobody(images.count()));
    }

    /**
     * Finds the nearest of others.
     *
     * @param own of each image, its index among the known ones, where it is not looked for
     */
    NearestSearch(Images images, Images known, int[] own) {
        pixels = (int) images.shape().size();
        nearest = new float[images.count()];
        second = new float[images.count()];
        Arrays.fill(nearest, Float.POSITIVE_INFINITY);
        Arrays.fill(second, Float.POSITIVE_INFINITY);
        var block = new float[pixels][BLOCK];
        var query = new float[pixels];
        var distances = new float[BLOCK];
        for (int from = 0; from < known.count(); from += BLOCK) {
            int size = Math.min(BLOCK, known.count() - from);
            transpose(known, from, size, block);
            for (int i = 0; i < images.count(); i++) {
                for (int p = 0; p < pixels; p++) {
                    query[p] = value(images, i * pixels + p);
                }
                compare(query, block, distances);
                if (own[i] >= from && own[i] < from + size) {
                    distances[own[i] - from] = Float.POSITIVE_INFINITY;
                }
                keep(i, distances, size);
            }
        }
    }

    private static int[] nobody(int images) {
        var none = new int[images];
        Arrays.fill(none, -1);
        return none;
    }

    /** The squared distance to the nearest, a sum over pixels between 0 and 1. */
    float nearest(int image) {
        return nearest[image];
    }

    /** The squared distance to the second nearest. */
    float second(int image) {
        return second[image];
    }

    /** The first pixel of all images of a block, then the second of all: sums become vectors. */
    private void transpose(Images known, int from, int size, float[][] block) {
        for (int p = 0; p < pixels; p++) {
            for (int j = 0; j < size; j++) {
                block[p][j] = value(known, (from + j) * pixels + p);
            }
        }
    }

    private static float value(Images images, int index) {
        return Byte.toUnsignedInt(images.pixels()[index]) / WHITE;
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

    private void keep(int image, float[] distances, int size) {
        for (int j = 0; j < size; j++) {
            float distance = distances[j];
            if (distance < nearest[image]) {
                second[image] = nearest[image];
                nearest[image] = distance;
            } else if (distance < second[image]) {
                second[image] = distance;
            }
        }
    }
}
