package org.ganatelier.engine.layers;

import java.util.Arrays;

/**
 * How weights are a matrix W, without moving them: a row for each output channel, which in memory
 * is the middle one of three dimensions [before, rows, behind]. A column is a pair of places before
 * and behind.
 *
 * @param before inputs in front of the outputs: all of a dense layer and the channels of a
 *     transposed convolution; 1 for a convolution
 * @param rows outputs
 * @param behind inputs behind the outputs: the kernel and, of a convolution, the channels; 1 for a
 *     dense layer
 */
record WeightMatrix(int before, int rows, int behind) {
    int columns() {
        return before * behind;
    }

    /** left = W right. */
    void apply(float[] weights, float[] right, float[] left) {
        Arrays.fill(left, 0);
        if (behind == 1) {
            var row = new float[rows];
            for (int i = 0; i < before; i++) {
                Loops.load(weights, i, row);
                Loops.addScaled(row, right[i], left);
            }
            return;
        }
        for (int i = 0; i < before; i++) {
            for (int o = 0; o < rows; o++) {
                left[o] +=
                        (float)
                                Loops.dot(
                                        weights,
                                        (i * rows + o) * behind,
                                        right,
                                        i * behind,
                                        behind);
            }
        }
    }

    /** right = W' left. */
    void applyTransposed(float[] weights, float[] left, float[] right) {
        if (behind == 1) {
            for (int i = 0; i < before; i++) {
                right[i] = (float) Loops.dot(weights, i * rows, left, 0, rows);
            }
            return;
        }
        var row = new float[behind];
        var sums = new float[behind];
        for (int i = 0; i < before; i++) {
            Arrays.fill(sums, 0);
            for (int o = 0; o < rows; o++) {
                Loops.load(weights, i * rows + o, row);
                Loops.addScaled(row, left[o], sums);
            }
            Loops.store(sums, right, i);
        }
    }

    /** weights += factor * left right'. */
    void addProduct(float[] weights, float[] left, float[] right, float factor) {
        var row = new float[behind == 1 ? rows : behind];
        if (behind == 1) {
            for (int i = 0; i < before; i++) {
                Loops.load(weights, i, row);
                Loops.addScaled(left, factor * right[i], row);
                Loops.store(row, weights, i);
            }
            return;
        }
        var inputs = new float[behind];
        for (int i = 0; i < before; i++) {
            Loops.load(right, i, inputs);
            for (int o = 0; o < rows; o++) {
                Loops.load(weights, i * rows + o, row);
                Loops.addScaled(inputs, factor * left[o], row);
                Loops.store(row, weights, i * rows + o);
            }
        }
    }
}
