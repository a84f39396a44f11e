package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Leaving;
import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Window;
import org.ganatelier.plan.model.Axis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A correlation of each channel by itself. Weights are [channels out, 1, height, width], as in
 * PyTorch with as many groups as channels in. In loops of Java: ND4J's operation takes more than 20
 * times as long as its convolution of all channels.
 */
public final class DepthwiseLayer implements Layer {
    private final Shape.Image in;
    private final Shape.Image out;
    private final int multiplier;
    private final int kernel;
    private final Axis rows;
    private final Axis columns;
    private final Parameter weight;
    private final Optional<Parameter> bias;

    public DepthwiseLayer(
            Memory memory, Shape.Image in, Shape.Image out, Window window, boolean bias) {
        this.in = in;
        this.out = out;
        multiplier = out.channels() / in.channels();
        kernel = window.size();
        rows = axis(in.height(), out.height(), window);
        columns = axis(in.width(), out.width(), window);
        weight = Parameter.trained(memory, "depthwise_kernel", out.channels(), 1, kernel, kernel);
        this.bias =
                bias
                        ? Optional.of(Parameter.trained(memory, "bias", out.channels()))
                        : Optional.empty();
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
        double area = (double) kernel * kernel;
        InitialWeights.draw(scheme, weight.value(), area, area * multiplier, random);
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new DepthwisePass(memory, input, inputGradient);
    }

    private final class DepthwisePass implements Pass {
        private final Tensor input;
        private final Tensor inputGradient;
        private final Tensor output;
        private final Tensor outputGradient;
        private final StridePlanes seen = new StridePlanes(rows, columns);
        private final StridePlanes reached = new StridePlanes(rows, columns);
        private final float[] tap = new float[seen.lanes()];
        private final float[] lanes = new float[seen.lanes()];
        private final float[][] products = new float[kernel * kernel][seen.lanes()];
        private final float[] ofSample;

        DepthwisePass(Memory memory, Tensor input, Tensor inputGradient) {
            this.input = input;
            this.inputGradient = inputGradient;
            output = memory.tensor(input.batch(), out.channels(), out.height(), out.width());
            outputGradient = memory.tensor(output.shape());
            ofSample = new float[(int) out.size()];
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
            float[] x = input.heap();
            float[] y = output.heapToWrite();
            float[] w = weight.value().heap();
            for (int plane = 0; plane < input.batch() * in.channels(); plane++) {
                Leaving.check();
                seen.split(x, plane * in.height() * in.width());
                for (int made = plane * multiplier; made < (plane + 1) * multiplier; made++) {
                    int channel = made % out.channels();
                    Arrays.fill(lanes, bias.map(b -> b.value().heap()[channel]).orElse(0f));
                    for (int t = 0; t < kernel * kernel; t++) {
                        seen.load(t / kernel, t % kernel, tap);
                        Loops.addScaled(tap, w[channel * kernel * kernel + t], lanes);
                    }
                    seen.pack(lanes, y, made * out.height() * out.width());
                }
            }
        }

        @Override
        public void backward(boolean parameters, boolean wanted) {
            if (parameters) {
                ownGradients();
            }
            if (wanted) {
                inputGradient();
            }
        }

        private void ownGradients() {
            float[] g = outputGradient.heap();
            float[] gradient = weight.gradient().heapToWrite();
            for (int channel = 0; channel < out.channels(); channel++) {
                multiply(g, channel);
                for (int t = 0; t < products.length; t++) {
                    gradient[channel * products.length + t] =
                            (float) Loops.sum(products[t], 0, tap.length);
                }
            }
            bias.ifPresent(
                    b -> {
                        Loops.sumRows(g, output.batch(), ofSample);
                        Loops.foldLanes(ofSample, b.gradient().heapToWrite());
                    });
        }

        /** What each tap saw, times what became of it, summed over the batch. */
        private void multiply(float[] g, int channel) {
            float[] x = input.heap();
            for (float[] product : products) {
                Arrays.fill(product, 0);
            }
            for (int sample = 0; sample < input.batch(); sample++) {
                Leaving.check();
                int plane = sample * in.channels() + channel / multiplier;
                int made = sample * out.channels() + channel;
                seen.split(x, plane * in.height() * in.width());
                seen.spread(g, made * out.height() * out.width(), lanes);
                for (int t = 0; t < products.length; t++) {
                    seen.load(t / kernel, t % kernel, tap);
                    Loops.addProducts(tap, lanes, products[t]);
                }
            }
        }

        private void inputGradient() {
            float[] g = outputGradient.heap();
            float[] w = weight.value().heap();
            float[] dx = inputGradient.heapToWrite();
            Arrays.fill(dx, 0);
            for (int plane = 0; plane < input.batch() * in.channels(); plane++) {
                Leaving.check();
                reached.clear();
                for (int made = plane * multiplier; made < (plane + 1) * multiplier; made++) {
                    reached.spread(g, made * out.height() * out.width(), lanes);
                    int first = made % out.channels() * kernel * kernel;
                    for (int t = 0; t < kernel * kernel; t++) {
                        reached.load(t / kernel, t % kernel, tap);
                        Loops.addScaled(lanes, w[first + t], tap);
                        reached.store(tap, t / kernel, t % kernel);
                    }
                }
                reached.join(dx, plane * in.height() * in.width());
            }
        }
    }
}
