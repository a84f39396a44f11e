package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Window;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A correlation of each channel by itself, then one of all channels of each pixel. */
public final class SeparableLayer implements Layer {
    private final DepthwiseLayer depthwise;
    private final ConvolutionLayer pointwise;

    /**
     * @param multiplier channels between the parts for each channel in
     */
    public SeparableLayer(
            Memory memory,
            Shape.Image in,
            Shape.Image out,
            int multiplier,
            Window window,
            boolean bias) {
        var between = new Shape.Image(out.height(), out.width(), in.channels() * multiplier);
        depthwise = new DepthwiseLayer(memory, in, between, window, false);
        pointwise =
                ConvolutionLayer.convolution(memory, between, out, 1, 1, 1, Padding.VALID, bias);
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> mixing = pointwise.parameters();
        Parameter kernel = mixing.getFirst();
        return Stream.of(
                        depthwise.parameters().stream(),
                        Stream.of(
                                new Parameter(
                                        "pointwise_kernel",
                                        kernel.value(),
                                        kernel.gradient(),
                                        kernel.trained())),
                        mixing.stream().skip(1))
                .flatMap(part -> part)
                .toList();
    }

    @Override
    public void initialize(Initialization scheme, RandomGenerator random) {
        depthwise.initialize(scheme, random);
        pointwise.initialize(scheme, random);
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        Pass first = depthwise.bind(memory, input, inputGradient);
        return new SeparablePass(
                first, pointwise.bind(memory, first.output(), first.outputGradient()));
    }

    /** One part after the other. */
    private record SeparablePass(Pass first, Pass second) implements Pass {
        @Override
        public Tensor output() {
            return second.output();
        }

        @Override
        public Tensor outputGradient() {
            return second.outputGradient();
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            first.forward(training, draws);
            second.forward(training, draws);
        }

        @Override
        public void backward(boolean parameters, boolean input) {
            second.backward(parameters, parameters || input);
            first.backward(parameters, input);
        }
    }
}
