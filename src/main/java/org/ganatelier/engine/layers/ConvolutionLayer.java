package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.engine.nd4j.TwoParts;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.plan.model.Axis;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Conv2D and Conv2DTranspose: the same correlation, gone through in opposite directions. */
public final class ConvolutionLayer implements Layer {
    private enum Direction {
        DOWN,
        UP
    }

    private final Direction direction;
    private final Correlation correlation;
    private final Optional<Parameter> bias;

    private ConvolutionLayer(
            Direction direction, Correlation correlation, Optional<Parameter> bias) {
        this.direction = direction;
        this.correlation = correlation;
        this.bias = bias;
    }

    /** A convolution; weights [out, in, kernel, kernel]. */
    public static ConvolutionLayer convolution(
            Memory memory,
            Shape.Image in,
            Shape.Image out,
            int kernel,
            int stride,
            int dilation,
            Padding padding,
            boolean bias) {
        return new ConvolutionLayer(
                Direction.DOWN,
                correlation(memory, in, out, kernel, stride, dilation, padding),
                bias(memory, out.channels(), bias));
    }

    /**
     * A transposed convolution; weights [in, out, kernel, kernel].
     *
     * @param cropped rows cut off at the top and columns on the left; the size says how many on the
     *     other sides
     */
    public static ConvolutionLayer transposed(
            Memory memory,
            Shape.Image in,
            Shape.Image out,
            int kernel,
            int stride,
            int cropped,
            boolean bias) {
        Padding padding = new Padding.Explicit(cropped);
        return new ConvolutionLayer(
                Direction.UP,
                correlation(memory, out, in, kernel, stride, 1, padding),
                bias(memory, out.channels(), bias));
    }

    private static Correlation correlation(
            Memory memory,
            Shape.Image large,
            Shape.Image small,
            int kernel,
            int stride,
            int dilation,
            Padding padding) {
        return new Correlation(
                memory,
                large.channels(),
                small.channels(),
                Axis.of(large.height(), small.height(), kernel, stride, dilation, padding),
                Axis.of(large.width(), small.width(), kernel, stride, dilation, padding));
    }

    private static Optional<Parameter> bias(Memory memory, int channels, boolean wanted) {
        return wanted ? Optional.of(Parameter.trained(memory, "bias", channels)) : Optional.empty();
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(Stream.of(correlation.weight), bias.stream()).toList();
    }

    @Override
    public void initialize(Initialization scheme, RandomGenerator random) {
        correlation.initialize(scheme, random);
    }

    /** The weights as a matrix. */
    WeightMatrix matrix() {
        int area = correlation.rows.weights() * correlation.columns.weights();
        return switch (direction) {
            case DOWN ->
                    new WeightMatrix(
                            1, correlation.smallChannels, correlation.largeChannels * area);
            case UP -> new WeightMatrix(correlation.smallChannels, correlation.largeChannels, area);
        };
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new ConvolutionPass(memory, input, inputGradient);
    }

    private final class ConvolutionPass implements Pass {
        private final Tensor output;
        private final Tensor outputGradient;
        private final float[] lanes;
        private final Runnable forward;
        private final Runnable bothGradients;
        private final Runnable weightGradient;
        private final Optional<TwoParts> weightGradientApart;
        private final Runnable inputGradientOnly;

        ConvolutionPass(Memory memory, Tensor input, Tensor inputGradient) {
            int batch = input.batch();
            long[] shape =
                    switch (direction) {
                        case DOWN -> correlation.smallShape(batch);
                        case UP -> correlation.largeShape(batch);
                    };
            output = memory.tensor(shape);
            outputGradient = memory.tensor(shape);
            lanes = new float[output.size() / batch];
            if (direction == Direction.DOWN) {
                forward = correlation.down(memory, input, output, bias);
                weightGradient = correlation.weightGradient(memory, input, outputGradient);
                weightGradientApart = correlation.weightGradientApart(input, outputGradient);
                inputGradientOnly =
                        correlation.up(memory, outputGradient, inputGradient, Optional.empty());
                bothGradients =
                        correlation.downGradients(memory, input, outputGradient, inputGradient);
            } else {
                forward = correlation.up(memory, input, output, bias);
                weightGradient = correlation.weightGradient(memory, outputGradient, input);
                weightGradientApart = correlation.weightGradientApart(outputGradient, input);
                inputGradientOnly =
                        correlation.down(memory, outputGradient, inputGradient, Optional.empty());
                bothGradients =
                        correlation.upGradients(memory, input, outputGradient, inputGradient);
            }
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
            forward.run();
        }

        @Override
        public void backward(boolean parameters, boolean input) {
            if (parameters && input) {
                bothGradients.run();
            } else if (parameters) {
                weightGradient.run();
            } else if (input) {
                inputGradientOnly.run();
            }
            if (parameters) {
                biasGradient();
            }
        }

        private void biasGradient() {
            bias.ifPresent(
                    b -> {
                        Order order = outputGradient.order();
                        Loops.sumRows(outputGradient.heap(order), output.batch(), lanes);
                        Loops.foldLanes(order, lanes, b.gradient().heapToWrite());
                    });
        }

        @Override
        public Optional<Runnable> parameterGradients() {
            weightGradientApart.ifPresent(_ -> biasGradient());
            return weightGradientApart.map(TwoParts::begin);
        }
    }
}
