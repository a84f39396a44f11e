package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.engine.onednn.Product;
import org.ganatelier.engine.onednn.Product.Matrix;
import org.ganatelier.plan.model.Axis;

import java.util.Arrays;

/**
 * A transposed convolution to one channel, where oneDNN's own reaches a twentieth of its speed: one
 * product gives what every pixel of the small image sends through every tap of the kernel, and what
 * arrives at the same pixel of the large image is added up.
 */
final class PhaseScatter {
    private final Axis rows;
    private final Axis columns;
    private final Tensor sent;
    private final Runnable product;

    /**
     * @param small [batch, channels, rows, columns]
     * @param weight [channels, 1, kernel rows, kernel columns]
     */
    PhaseScatter(
            Memory memory, Product products, Axis rows, Axis columns, Tensor small, Tensor weight) {
        this.rows = rows;
        this.columns = columns;
        int pixels = small.size() / small.length(1);
        int taps = rows.weights() * columns.weights();
        sent = memory.tensor(pixels, taps);
        product =
                products.of(
                        new Matrix(small, Order.CHANNELS_LAST, pixels, small.length(1), false),
                        Matrix.of(weight, small.length(1), taps),
                        Matrix.of(sent, pixels, taps));
    }

    /**
     * Computes a batch.
     *
     * @param large receives batch * large pixels
     */
    void run(float bias, float[] large) {
        product.run();
        float[] values = sent.heap();
        Arrays.fill(large, bias);
        int batch = large.length / (rows.large() * columns.large());
        for (int sample = 0; sample < batch; sample++) {
            scatter(values, sample, large);
        }
    }

    private void scatter(float[] values, int sample, float[] large) {
        int taps = rows.weights() * columns.weights();
        int corner = sample * rows.large() * columns.large();
        int from = sample * rows.small() * columns.small() * taps;
        for (int y = 0; y < rows.small(); y++) {
            for (int x = 0; x < columns.small(); x++) {
                add(values, from, y * rows.stride() - rows.before(), first(x), corner, large);
                from += taps;
            }
        }
    }

    private int first(int x) {
        return x * columns.stride() - columns.before();
    }

    /** What one pixel sends: a window of the large image from a row and a column on. */
    private void add(float[] values, int from, int top, int left, int corner, float[] large) {
        for (int tap = 0; tap < rows.weights(); tap++) {
            int row = top + tap * rows.dilation();
            if (row >= 0 && row < rows.large()) {
                int to = corner + row * columns.large() + left;
                int source = from + tap * columns.weights();
                for (int i = 0; i < columns.weights(); i++) {
                    int column = left + i * columns.dilation();
                    if (column >= 0 && column < columns.large()) {
                        large[to + i * columns.dilation()] += values[source + i];
                    }
                }
            }
        }
    }
}
