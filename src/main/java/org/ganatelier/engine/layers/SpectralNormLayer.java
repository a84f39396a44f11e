package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.Initialization;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Spectral normalization of a linear layer (Miyato et al. 2018, arXiv:1802.05957, algorithm 1): its
 * weights W act as W / sigma, sigma being W's largest singular value as one power iteration from a
 * kept vector u finds it. The layer is linear, so its output is scaled instead of its weights: no
 * second copy of them is needed, and the product is the one that is fast.
 *
 * <p>A pass computes v = W'u / |W'u|, then Wv, whose length is sigma and whose direction the next
 * u; that is kept only by {@link Pass#keepStatistics}, so a generator's step leaves a discriminator
 * bit for bit as it was. As in the paper, u and v count as constants in the gradient: with Wbar = W
 * / sigma it is dL/dW = (dL/dWbar - &lt;dL/dWbar, Wbar&gt; u v') / sigma.
 */
public final class SpectralNormLayer implements Layer {
    /** As in PyTorch: without them the first steps would take sigma for smaller than it is. */
    private static final int FIRST_ITERATIONS = 15;

    /** Against division by zero, as in PyTorch. */
    private static final double EPSILON = 1e-12;

    private final Layer linear;
    private final Parameter weight;
    private final WeightMatrix matrix;
    private final Optional<Parameter> bias;
    private final Parameter u;
    private double sigma = Double.NaN;

    private SpectralNormLayer(Memory memory, Layer linear, WeightMatrix matrix, boolean bias) {
        this.linear = linear;
        this.matrix = matrix;
        weight = linear.parameters().getFirst();
        this.bias =
                bias
                        ? Optional.of(Parameter.trained(memory, "bias", matrix.rows()))
                        : Optional.empty();
        u = Parameter.running(memory, "u", matrix.rows());
    }

    /**
     * Around a dense layer without bias.
     *
     * @param bias whether to add one, which is not scaled
     */
    public static SpectralNormLayer of(Memory memory, DenseLayer dense, boolean bias) {
        return of(memory, dense, dense.matrix(), bias);
    }

    /** Around a convolution, transposed or not, without bias. */
    public static SpectralNormLayer of(Memory memory, ConvolutionLayer convolution, boolean bias) {
        return of(memory, convolution, convolution.matrix(), bias);
    }

    private static SpectralNormLayer of(
            Memory memory, Layer linear, WeightMatrix matrix, boolean bias) {
        if (linear.parameters().size() != 1) {
            throw new IllegalArgumentException("The bias must not be scaled");
        }
        return new SpectralNormLayer(memory, linear, matrix, bias);
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.of(Stream.of(weight), bias.stream(), Stream.of(u))
                .flatMap(parameter -> parameter)
                .toList();
    }

    @Override
    public void initialize(Initialization scheme, RandomGenerator random) {
        linear.initialize(scheme, random);
        InitialWeights.normal(u.value(), 0, 1, random);
        var iteration = new Iteration();
        for (int i = 0; i < FIRST_ITERATIONS; i++) {
            iteration.run();
            iteration.keep();
        }
    }

    @Override
    public OptionalDouble sigma() {
        return Double.isNaN(sigma) ? OptionalDouble.empty() : OptionalDouble.of(sigma);
    }

    @Override
    public boolean followsStatistics() {
        return true;
    }

    @Override
    public Pass bind(Memory memory, Tensor input, Tensor inputGradient) {
        return new SpectralPass(linear.bind(memory, input, inputGradient), inputGradient);
    }

    /** A step towards the singular vectors of the largest singular value. */
    private final class Iteration {
        /** One step on from the kept u, of length 1. */
        private final float[] left = new float[matrix.rows()];

        /** v of the paper, of length 1. */
        private final float[] right = new float[matrix.columns()];

        private double length = 1;

        void run() {
            float[] weights = weight.value().heap();
            matrix.applyTransposed(weights, u.value().heap(), right);
            normalize(right);
            matrix.apply(weights, right, left);
            length = normalize(left);
            sigma = length;
        }

        /** Next time goes on from here; weights of zero leave no direction to go on from. */
        void keep() {
            if (length > EPSILON) {
                System.arraycopy(left, 0, u.value().heapToWrite(), 0, left.length);
            }
        }

        float scale() {
            return (float) (1 / Math.max(length, EPSILON));
        }

        /** From dL/dWbar to dL/dW. */
        void correct() {
            float[] gradient = weight.gradient().heapToUpdate();
            float[] weights = weight.value().heap();
            float scale = scale();
            double product = Loops.dot(gradient, 0, weights, 0, weights.length) * scale;
            Loops.scale(gradient, scale);
            matrix.addProduct(gradient, left, right, (float) -product * scale);
        }

        private static double normalize(float[] vector) {
            double length = Math.sqrt(Loops.dot(vector, 0, vector, 0, vector.length));
            Loops.scale(vector, (float) (1 / Math.max(length, EPSILON)));
            return length;
        }
    }

    private final class SpectralPass implements Pass {
        private final Pass pass;
        private final Tensor inputGradient;
        private final Iteration iteration = new Iteration();
        private final float[] lanes;

        SpectralPass(Pass pass, Tensor inputGradient) {
            this.pass = pass;
            this.inputGradient = inputGradient;
            lanes = new float[pass.output().size() / pass.output().batch()];
        }

        @Override
        public Tensor output() {
            return pass.output();
        }

        @Override
        public Tensor outputGradient() {
            return pass.outputGradient();
        }

        @Override
        public void forward(boolean training, Supplier<RandomGenerator> draws) {
            iteration.run();
            pass.forward(training, draws);
            scale(output(), iteration.scale());
            bias.ifPresent(
                    b -> {
                        Loops.spread(b.value().heap(), lanes);
                        Loops.addToRows(output().heapToUpdate(), output().batch(), lanes);
                    });
        }

        @Override
        public void keepStatistics() {
            iteration.keep();
        }

        @Override
        public void backward(boolean parameters, boolean input) {
            pass.backward(parameters, input);
            if (parameters) {
                iteration.correct();
                bias.ifPresent(
                        b -> {
                            Loops.sumRows(outputGradient().heap(), output().batch(), lanes);
                            Loops.foldLanes(lanes, b.gradient().heapToWrite());
                        });
            }
            if (input) {
                scale(inputGradient, iteration.scale());
            }
        }

        private static void scale(Tensor tensor, float factor) {
            Loops.scale(tensor.heapToUpdate(), factor);
        }
    }
}
