package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.NativeOp;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Window;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A correlation of each channel by itself. Weights are [channels out, 1, height, width], as in
 * PyTorch with as many groups as channels in. ND4J wants [multiplier, channels in, height, width]
 * and, for its fast way, the kernel made symmetric by {@link Axis}: the weights are copied there
 * before a pass, and their gradients back.
 */
public final class DepthwiseLayer implements Layer {
    /** ND4J's name for [multiplier, channels in, height, width]. */
    private static final int MULTIPLIER_FIRST_WEIGHTS = 1;

    private final Shape.Image out;
    private final int channels;
    private final int multiplier;
    private final Axis rows;
    private final Axis columns;
    private final Parameter weight;
    private final Optional<Parameter> bias;
    private final Tensor wide;
    private final Tensor wideGradient;
    private long wideVersion = -1;

    public DepthwiseLayer(
            Memory memory, Shape.Image in, Shape.Image out, Window window, boolean bias) {
        this.out = out;
        channels = in.channels();
        multiplier = out.channels() / channels;
        rows = axis(in.height(), out.height(), window);
        columns = axis(in.width(), out.width(), window);
        weight =
                Parameter.trained(
                        memory,
                        "depthwise_kernel",
                        out.channels(),
                        1,
                        window.size(),
                        window.size());
        this.bias =
                bias
                        ? Optional.of(Parameter.trained(memory, "bias", out.channels()))
                        : Optional.empty();
        wide = memory.tensor(multiplier, channels, rows.kernel(), columns.kernel());
        wideGradient = memory.tensor(multiplier, channels, rows.kernel(), columns.kernel());
    }

    private static Axis axis(int large, int small, Window window) {
        return Axis.of(large, small, window.size(), window.stride(), 1, window.padding());
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(Stream.of(weight), bias.stream()).toList();
    }

    /** An output sees one channel, and a value of the input reaches its multiples alone. */
    @Override
    public void initialize(Initialization scheme, RandomGenerator random) {
        double area = (double) rows.weights() * columns.weights();
        InitialWeights.draw(scheme, weight.value(), area, area * multiplier, random);
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new DepthwisePass(memory, input, inputGradient);
    }

    private void widen() {
        if (wideVersion != weight.value().version()) {
            copyRows(weight.value().heap(), wide.heapToUpdate(), true);
            wideVersion = weight.value().version();
        }
    }

    private void copyRows(float[] narrow, float[] spread, boolean toWide) {
        for (int k = 0; k < channels * multiplier; k++) {
            int inWide = k % multiplier * channels + k / multiplier;
            for (int row = 0; row < rows.weights(); row++) {
                int from = (k * rows.weights() + row) * columns.weights();
                int to =
                        (inWide * rows.kernel() + row + rows.leadingZeros()) * columns.kernel()
                                + columns.leadingZeros();
                if (toWide) {
                    System.arraycopy(narrow, from, spread, to, columns.weights());
                } else {
                    System.arraycopy(spread, to, narrow, from, columns.weights());
                }
            }
        }
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
            MULTIPLIER_FIRST_WEIGHTS
        };
    }

    private final class DepthwisePass implements Pass {
        private final Tensor output;
        private final Tensor outputGradient;
        private final float[] lanes;
        private final NativeOp forward;
        private final NativeOp gradients;
        private final NativeOp weightGradient;

        DepthwisePass(Memory memory, Tensor input, Tensor inputGradient) {
            int batch = input.batch();
            output = memory.tensor(batch, out.channels(), out.height(), out.width());
            outputGradient = memory.tensor(output.shape());
            lanes = new float[output.size() / batch];
            List<Tensor> inputs =
                    bias.map(b -> List.of(input, wide, b.value()))
                            .orElseGet(() -> List.of(input, wide));
            forward = memory.operation("depthwise_conv2d", inputs, List.of(output), arguments());
            gradients = backward(memory, input, inputGradient);
            // What nobody asked for goes where nobody looks.
            weightGradient = backward(memory, input, memory.tensor(input.shape()));
        }

        private NativeOp backward(Memory memory, Tensor input, Tensor inputGradient) {
            return memory.operation(
                    "depthwise_conv2d_bp",
                    List.of(input, wide, outputGradient),
                    List.of(inputGradient, wideGradient),
                    arguments());
        }

        @Override
        public Tensor output() {
            return output;
        }

        @Override
        public Tensor outputGradient() {
            return outputGradient;
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            widen();
            forward.run();
        }

        @Override
        public void backward(boolean parameters, boolean input) {
            if (parameters || input) {
                widen();
                (input ? gradients : weightGradient).run();
            }
            if (parameters) {
                copyRows(weight.gradient().heapToWrite(), wideGradient.heap(), false);
                bias.ifPresent(
                        b -> {
                            Loops.sumRows(outputGradient.heap(), output.batch(), lanes);
                            Loops.foldLanes(lanes, b.gradient().heapToWrite());
                        });
            }
        }
    }
}
