package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.NativeOp;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.engine.nd4j.TwoParts;
import org.ganatelier.engine.onednn.Convolutions;
import org.ganatelier.engine.onednn.CorrelationPasses;
import org.ganatelier.engine.onednn.FourierConvolutions;
import org.ganatelier.engine.onednn.Product;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.plan.model.Axis;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The linear map behind both convolutions: down from a large to a small image (Conv2D), and its
 * adjoint, up from the small to the large one (Conv2DTranspose). Weights are [small channels, large
 * channels, height, width], which is at once DL4J's layout of a convolution, [out, in, height,
 * width], and of a transposed one, [in, out, height, width].
 */
final class Correlation {
    /** ND4J's names for [oC, iC, kH, kW] of conv2d and [iC, oC, kH, kW] of deconv2d. */
    private static final int CHANNELS_FIRST_WEIGHTS = 1;

    final int largeChannels;
    final int smallChannels;
    final Axis rows;
    final Axis columns;
    final Parameter weight;
    private final Tensor widened;
    private final Tensor widenedGradient;
    private final Optional<CorrelationPasses> direct;
    private long widenedVersion = -1;

    Correlation(Memory memory, int largeChannels, int smallChannels, Axis rows, Axis columns) {
        this.largeChannels = largeChannels;
        this.smallChannels = smallChannels;
        this.rows = rows;
        this.columns = columns;
        weight =
                Parameter.trained(
                        memory,
                        "weight",
                        smallChannels,
                        largeChannels,
                        rows.weights(),
                        columns.weights());
        direct =
                FourierConvolutions.of(memory, weight.value(), weight.gradient(), rows, columns)
                        .or(
                                () ->
                                        Convolutions.of(
                                                memory,
                                                weight.value(),
                                                weight.gradient(),
                                                rows,
                                                columns));
        boolean wider = rows.widened() || columns.widened();
        widened = wider ? memory.tensor(wideShape()) : weight.value();
        widenedGradient = wider ? memory.tensor(wideShape()) : weight.gradient();
    }

    private long[] wideShape() {
        return new long[] {smallChannels, largeChannels, rows.kernel(), columns.kernel()};
    }

    long[] largeShape(int batch) {
        return new long[] {batch, largeChannels, rows.large(), columns.large()};
    }

    long[] smallShape(int batch) {
        return new long[] {batch, smallChannels, rows.small(), columns.small()};
    }

    /**
     * With Keras's and PyTorch's fans: the kernel's area by the channels on each side, the large
     * one being the fan-in in both directions.
     */
    void initialize(Initialization scheme, RandomGenerator random) {
        double area = (double) rows.weights() * columns.weights();
        InitialWeights.draw(
                scheme, weight.value(), area * largeChannels, area * smallChannels, random);
    }

    /** small = large * W (+ bias). */
    Runnable down(Memory memory, Tensor large, Tensor small, Optional<Parameter> bias) {
        if (direct.isPresent()) {
            return direct.get().down(large, small, bias.map(Parameter::value));
        }
        NativeOp operation =
                memory.operation("conv2d", withBias(large, bias), List.of(small), arguments());
        return () -> {
            widen();
            operation.run();
        };
    }

    /** large = the adjoint of {@link #down} on small (+ bias). */
    Runnable up(Memory memory, Tensor small, Tensor large, Optional<Parameter> bias) {
        Optional<Product> products = Product.of(memory);
        if (largeChannels == 1 && products.isPresent()) {
            var thin =
                    new PhaseScatter(memory, products.get(), rows, columns, small, weight.value());
            return () ->
                    thin.run(bias.map(b -> b.value().heap()[0]).orElse(0f), large.heapToWrite());
        }
        if (largeChannels == 1) {
            var thin = new ThinUpsampling(rows, columns, smallChannels);
            return () -> {
                widen();
                float shift = bias.map(b -> b.value().heap()[0]).orElse(0f);
                thin.run(small.batch(), small.heap(), widened.heap(), shift, large.heapToWrite());
            };
        }
        if (direct.isPresent()) {
            Runnable pass = direct.get().up(small, large);
            return bias.map(b -> followed(pass, large, b)).orElse(pass);
        }
        NativeOp operation =
                memory.operation("deconv2d", withBias(small, bias), List.of(large), arguments());
        return () -> {
            widen();
            operation.run();
        };
    }

    /**
     * The gradient of the weights where {@code large} went in and {@code small} is dL/d(output), or
     * the reverse.
     */
    Runnable weightGradient(Memory memory, Tensor large, Tensor small) {
        if (direct.isPresent()) {
            return direct.get().weightGradient(large, small)::run;
        }
        // deconv2d_bp rather than conv2d_bp: with one channel on the large side it is 3 times
        // faster.
        return upGradients(memory, small, large, memory.tensor(smallShape(small.batch())));
    }

    /** The same in two parts; empty where it cannot be parted. */
    Optional<TwoParts> weightGradientApart(Tensor large, Tensor small) {
        return direct.map(passes -> passes.weightGradient(large, small));
    }

    /** For Conv2D: the gradients of the weights and of {@code large}, from dL/d(small). */
    Runnable downGradients(
            Memory memory, Tensor large, Tensor smallGradient, Tensor largeGradient) {
        if (direct.isPresent()) {
            Runnable ofWeights = weightGradient(memory, large, smallGradient);
            Runnable ofLarge = up(memory, smallGradient, largeGradient, Optional.empty());
            return () -> {
                ofWeights.run();
                ofLarge.run();
            };
        }
        NativeOp operation =
                memory.operation(
                        "conv2d_bp",
                        List.of(large, widened, smallGradient),
                        List.of(largeGradient, widenedGradient),
                        arguments());
        return () -> {
            widen();
            operation.run();
            narrow();
        };
    }

    /** For Conv2DTranspose: the gradients of the weights and of {@code small}, from dL/d(large). */
    Runnable upGradients(Memory memory, Tensor small, Tensor largeGradient, Tensor smallGradient) {
        if (direct.isPresent()) {
            Runnable ofWeights = weightGradient(memory, largeGradient, small);
            Runnable ofSmall = down(memory, largeGradient, smallGradient, Optional.empty());
            return () -> {
                ofWeights.run();
                ofSmall.run();
            };
        }
        NativeOp operation =
                memory.operation(
                        "deconv2d_bp",
                        List.of(small, widened, largeGradient),
                        List.of(smallGradient, widenedGradient),
                        arguments());
        return () -> {
            widen();
            operation.run();
            narrow();
        };
    }

    private static Runnable followed(Runnable pass, Tensor images, Parameter bias) {
        var lanes = new float[images.size() / images.batch()];
        return () -> {
            pass.run();
            Order order = images.order();
            Loops.spread(order, bias.value().heap(), lanes);
            Loops.addToRows(images.heapToUpdate(order), images.batch(), lanes);
        };
    }

    private List<Tensor> withBias(Tensor input, Optional<Parameter> bias) {
        return bias.map(b -> List.of(input, widened, b.value()))
                .orElseGet(() -> List.of(input, widened));
    }

    private long[] arguments() {
        return new long[] {
            rows.kernel(),
            columns.kernel(),
            rows.stride(),
            columns.stride(),
            rows.padding(),
            columns.padding(),
            1,
            1,
            0,
            0,
            CHANNELS_FIRST_WEIGHTS
        };
    }

    private void widen() {
        if (widened != weight.value() && widenedVersion != weight.value().version()) {
            copyRows(weight.value().heap(), widened.heapToWrite(), true);
            widenedVersion = weight.value().version();
        }
    }

    private void narrow() {
        if (widenedGradient != weight.gradient()) {
            copyRows(weight.gradient().heapToWrite(), widenedGradient.heap(), false);
        }
    }

    private void copyRows(float[] narrow, float[] wide, boolean toWide) {
        int width = columns.weights();
        // Weights side by side in both kernels.
        int together = columns.dilation() == 1 ? width : 1;
        int kernels = smallChannels * largeChannels;
        for (int k = 0; k < kernels; k++) {
            for (int row = 0; row < rows.weights(); row++) {
                int inNarrow = (k * rows.weights() + row) * width;
                int inWide =
                        (k * rows.kernel() + row * rows.dilation() + rows.leadingZeros())
                                        * columns.kernel()
                                + columns.leadingZeros();
                for (int column = 0; column < width; column += together) {
                    int from = inNarrow + column;
                    int to = inWide + column * columns.dilation();
                    if (toWide) {
                        System.arraycopy(narrow, from, wide, to, together);
                    } else {
                        System.arraycopy(wide, to, narrow, from, together);
                    }
                }
            }
        }
    }
}
