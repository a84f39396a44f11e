package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.engine.nd4j.TwoParts;
import org.ganatelier.engine.onednn.Product;
import org.ganatelier.engine.onednn.Product.Matrix;

/**
 * The products of a dense layer with few units whose inputs are images with their channels last.
 * Instead of the images, its weights are put into another order, which are fewer.
 */
final class FlattenedImages {
    /** Where a layer has more, its weights may be more than the images. */
    static final int MOST_UNITS = 16;

    private final Tensor weights;
    private final Tensor weightGradients;
    private final int channels;
    private final int units;
    private final Tensor ordered;
    private final Tensor orderedGradients;
    private final Runnable product;
    private final Runnable inputProduct;
    private final TwoParts weightProduct;
    private long version = -1;

    /**
     * @param weight [inputs, units]
     * @param input images
     * @param inputGradient of the same shape
     * @param output [batch, units]
     */
    FlattenedImages(
            Memory memory,
            Product products,
            Parameter weight,
            Tensor input,
            Tensor inputGradient,
            Tensor output,
            Tensor outputGradient) {
        weights = weight.value();
        weightGradients = weight.gradient();
        channels = input.length(1);
        units = output.length(1);
        int batch = input.batch();
        int inputs = input.size() / batch;
        ordered = memory.tensor(inputs, units);
        orderedGradients = memory.tensor(inputs, units);
        Matrix out = Matrix.of(outputGradient, batch, units);
        product =
                products.of(
                        new Matrix(input, Order.CHANNELS_LAST, batch, inputs, false),
                        Matrix.of(ordered, inputs, units),
                        Matrix.of(output, batch, units));
        inputProduct =
                products.of(
                        out,
                        Matrix.transposed(ordered, units, inputs),
                        new Matrix(inputGradient, Order.CHANNELS_LAST, batch, inputs, false));
        weightProduct =
                products.apart(
                        new Matrix(input, Order.CHANNELS_LAST, inputs, batch, true),
                        out,
                        Matrix.of(orderedGradients, inputs, units));
    }

    /** The output, without a bias. */
    void forward() {
        order();
        product.run();
    }

    /** dL/d(input). */
    void inputGradient() {
        order();
        inputProduct.run();
    }

    /** dL/d(weights), in two parts: see {@link Pass#parameterGradients}. */
    Runnable weightGradient() {
        Runnable multiply = weightProduct.begin();
        float[] gradients = weightGradients.heapToWrite();
        return () -> {
            multiply.run();
            float[] found = orderedGradients.heap();
            exchange(channels, gradients.length / units / channels, found, gradients);
        };
    }

    private void order() {
        if (version != weights.version()) {
            float[] values = weights.heap();
            exchange(values.length / units / channels, channels, values, ordered.heapToWrite());
            version = weights.version();
        }
    }

    /** Turns rows of inputs into columns; an input has a number for each unit. */
    private void exchange(int columns, int rows, float[] from, float[] to) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                System.arraycopy(
                        from,
                        (row * columns + column) * units,
                        to,
                        (column * rows + row) * units,
                        units);
            }
        }
    }
}
