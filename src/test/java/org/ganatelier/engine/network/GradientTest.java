package org.ganatelier.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ganatelier.engine.network.Nets.net;

import org.assertj.core.data.Offset;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.GlobalMaxPool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.ReferenceLosses;
import org.ganatelier.experiment.objective.ScoreBatch;
import org.ganatelier.experiment.objective.SeparableLoss;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Plan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Every layer's gradients, through both players' objectives, against finite differences in float64.
 */
class GradientTest {
    private static final Activation LINEAR = new Activation.Linear();
    private static final Activation LEAKY = new Activation.LeakyReLU(0.2);
    private static final Activation TANH = new Activation.Tanh();

    /** Central differences of a float64 loss: truncation and rounding both stay below 1e-8. */
    private static final double STEP = 1e-5;

    /** Of the largest gradient of a parameter: a few hundred float32 roundings of 6e-8. */
    private static final double TOLERANCE = 1e-4;

    /** Parameters looked at in each array. */
    private static final int MOST = 60;

    private final Random random = new Random(7);

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    private static Padding padded(int pixels) {
        return new Padding.Explicit(pixels);
    }

    static Stream<Arguments> stacks() {
        var image6 = new Shape.Image(6, 6, 1);
        var wide = new Shape.Image(6, 8, 1);
        var colour = new Shape.Image(6, 6, 3);
        NetworkSpec plainG = net(new Dense(36, true, TANH), new Reshape(image6));
        NetworkSpec plainD = net(new Flatten(), new Dense(1, true, LINEAR));
        return Stream.of(
                Arguments.of(
                        "dense",
                        image6,
                        net(
                                new Dense(7, true, LEAKY),
                                new Dense(36, false, TANH),
                                new Reshape(image6)),
                        net(new Flatten(), new Dense(8, true, LEAKY), new Dense(1, true, LINEAR))),
                Arguments.of(
                        "convolutions k4 s2 same",
                        image6,
                        net(
                                new Dense(3 * 3 * 4, false, LINEAR),
                                new Reshape(new Shape.Image(3, 3, 4)),
                                new Conv2DTranspose(1, 4, 2, Padding.SAME, true, TANH)),
                        net(
                                new Conv2D(3, 4, 2, Padding.SAME, true, LEAKY),
                                new Conv2D(5, 3, 1, Padding.SAME, false, LEAKY),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "convolutions k5 s2 same",
                        image6,
                        net(
                                new Dense(3 * 3 * 2, true, LINEAR),
                                new Reshape(new Shape.Image(3, 3, 2)),
                                new Conv2DTranspose(3, 5, 1, Padding.SAME, true, LEAKY),
                                new Conv2DTranspose(2, 5, 2, Padding.SAME, true, LEAKY),
                                new Conv2DTranspose(1, 5, 1, Padding.SAME, false, TANH)),
                        net(
                                new Conv2D(3, 5, 2, Padding.SAME, true, LEAKY),
                                new Conv2D(4, 5, 2, Padding.SAME, true, LEAKY),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "valid, with pixels left over",
                        wide,
                        net(
                                new Dense(2 * 3 * 2, true, LINEAR),
                                new Reshape(new Shape.Image(2, 3, 2)),
                                new Conv2DTranspose(3, 2, 2, Padding.VALID, true, LEAKY),
                                new Conv2DTranspose(1, 3, 1, Padding.VALID, true, TANH)),
                        net(
                                new Conv2D(3, 3, 2, Padding.VALID, true, LEAKY),
                                new Conv2D(2, 2, 2, Padding.VALID, true, LEAKY),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "kernels smaller than the stride",
                        image6,
                        net(
                                new Dense(2 * 2 * 2, true, LINEAR),
                                new Reshape(new Shape.Image(2, 2, 2)),
                                new Conv2DTranspose(1, 2, 3, Padding.SAME, true, TANH)),
                        net(
                                new Conv2D(3, 1, 2, Padding.SAME, true, LEAKY),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "few units behind a convolution",
                        image6,
                        plainG,
                        net(
                                new Conv2D(3, 3, 2, Padding.SAME, true, LEAKY),
                                new Flatten(),
                                new Dense(5, true, LEAKY),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "colour",
                        colour,
                        net(
                                new Dense(3 * 3 * 2, true, LINEAR),
                                new Reshape(new Shape.Image(3, 3, 2)),
                                new Conv2DTranspose(3, 4, 2, Padding.SAME, true, TANH)),
                        net(
                                new Conv2D(4, 4, 2, Padding.SAME, true, LEAKY),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "batch normalization",
                        image6,
                        net(
                                new Dense(36, false, LINEAR),
                                new BatchNorm(0.9, 1e-5, new Activation.ReLU()),
                                new Reshape(new Shape.Image(3, 3, 4)),
                                new BatchNorm(0.9, 1e-3, TANH),
                                new Conv2DTranspose(1, 4, 2, Padding.SAME, true, TANH)),
                        net(
                                new Conv2D(3, 4, 2, Padding.SAME, false, LINEAR),
                                new BatchNorm(0.9, 1e-5, LEAKY),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "layer normalization",
                        image6,
                        net(
                                new Dense(36, true, LINEAR),
                                new LayerNorm(1e-5, LEAKY),
                                new Reshape(image6),
                                new Activate(TANH)),
                        net(
                                new Conv2D(3, 4, 2, Padding.SAME, true, LINEAR),
                                new LayerNorm(1e-3, LEAKY),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "upsampling and pooling",
                        image6,
                        net(
                                new Dense(3 * 3 * 2, true, LINEAR),
                                new Reshape(new Shape.Image(3, 3, 2)),
                                new UpSampling2D(2),
                                new Conv2D(1, 3, 1, Padding.SAME, true, TANH)),
                        net(
                                new Conv2D(3, 3, 1, Padding.SAME, true, LEAKY),
                                new MaxPool(2, 2, Padding.VALID),
                                new AveragePool(2, 2, Padding.SAME),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "overlapping pools and global average",
                        image6,
                        plainG,
                        net(
                                new Conv2D(4, 3, 1, Padding.SAME, true, LEAKY),
                                new MaxPool(3, 2, Padding.SAME),
                                new AveragePool(3, 1, Padding.SAME),
                                new GlobalAveragePool(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "spectral normalization",
                        image6,
                        net(
                                new Dense(3 * 3 * 2, true, LEAKY).withSpectralNorm(true),
                                new Reshape(new Shape.Image(3, 3, 2)),
                                new Conv2DTranspose(3, 4, 2, Padding.SAME, true, LEAKY)
                                        .withSpectralNorm(true),
                                new Conv2DTranspose(2, 3, 1, Padding.SAME, false, LEAKY)
                                        .withSpectralNorm(true),
                                new Conv2DTranspose(1, 5, 1, Padding.SAME, true, TANH)
                                        .withSpectralNorm(true)),
                        net(
                                new Conv2D(3, 5, 2, Padding.SAME, true, LEAKY)
                                        .withSpectralNorm(true),
                                new Conv2D(4, 3, 1, Padding.SAME, false, LEAKY)
                                        .withSpectralNorm(true),
                                new Flatten(),
                                new Dense(6, false, LEAKY).withSpectralNorm(true),
                                new Dense(1, true, LINEAR).withSpectralNorm(true))),
                Arguments.of(
                        "pixel shuffle",
                        image6,
                        net(
                                new Dense(2 * 3 * 8, true, LEAKY),
                                new Reshape(new Shape.Image(3, 2, 8)),
                                new PixelShuffle(2),
                                new Conv2D(9, 3, 2, Padding.SAME, true, TANH),
                                new PixelShuffle(3),
                                new Flatten(),
                                new Dense(36, true, TANH),
                                new Reshape(image6)),
                        net(
                                new Conv2D(8, 3, 1, Padding.SAME, true, LEAKY),
                                new PixelShuffle(2),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "zeros around images",
                        image6,
                        net(
                                new Dense(2 * 3 * 2, true, LEAKY),
                                new Reshape(new Shape.Image(2, 3, 2)),
                                new ZeroPadding2D(1, 0, 0, 0),
                                new Conv2DTranspose(1, 4, 2, Padding.SAME, true, TANH)),
                        net(
                                new ZeroPadding2D(0, 1, 2, 1),
                                new Conv2D(3, 3, 2, Padding.VALID, true, LEAKY),
                                new ZeroPadding2D(1, 1, 0, 0),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "cropped images",
                        image6,
                        net(
                                new Dense(4 * 4 * 2, true, LEAKY),
                                new Reshape(new Shape.Image(4, 4, 2)),
                                new Conv2DTranspose(1, 4, 2, Padding.SAME, true, TANH),
                                new Cropping2D(1, 1, 0, 2)),
                        net(
                                new Cropping2D(0, 1, 2, 1),
                                new Conv2D(3, 3, 1, Padding.SAME, true, LEAKY),
                                new Cropping2D(1, 0, 0, 1),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "dilated kernels",
                        wide,
                        net(
                                new Dense(6 * 8 * 2, true, LEAKY),
                                new Reshape(new Shape.Image(6, 8, 2)),
                                new Conv2D(3, 3, 1, Padding.SAME, true, LEAKY).withDilation(2),
                                new Conv2D(1, 2, 1, Padding.SAME, false, TANH).withDilation(3)),
                        net(
                                new Conv2D(3, 3, 2, Padding.SAME, true, LEAKY)
                                        .withDilation(2)
                                        .withSpectralNorm(true),
                                new Conv2D(2, 2, 1, Padding.VALID, true, LEAKY).withDilation(2),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "explicit padding",
                        wide,
                        net(
                                new Dense(3 * 4 * 2, true, LEAKY),
                                new Reshape(new Shape.Image(3, 4, 2)),
                                new Conv2DTranspose(3, 4, 2, padded(1), true, LEAKY),
                                new Conv2DTranspose(1, 3, 1, padded(1), true, TANH)),
                        net(
                                new Conv2D(3, 4, 2, padded(1), true, LEAKY),
                                new Conv2D(2, 2, 3, padded(1), true, LEAKY),
                                new MaxPool(2, 1, padded(1)),
                                new AveragePool(3, 2, padded(1)),
                                new Conv2D(2, 3, 1, padded(2), true, LEAKY).withDilation(2),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "output padding",
                        wide,
                        net(
                                new Dense(2 * 2 * 2, true, LEAKY),
                                new Reshape(new Shape.Image(2, 2, 2)),
                                new Conv2DTranspose(3, 3, 2, padded(1), true, LEAKY)
                                        .withOutputPadding(1),
                                new Conv2DTranspose(2, 4, 2, Padding.SAME, true, LEAKY)
                                        .withOutputPadding(1),
                                new Conv2DTranspose(2, 1, 2, Padding.VALID, true, TANH)
                                        .withOutputPadding(1),
                                new Conv2DTranspose(1, 3, 3, padded(2), true, TANH)
                                        .withOutputPadding(2),
                                new Conv2D(1, 13, 9, Padding.SAME, true, TANH),
                                new Flatten(),
                                new Dense(48, true, TANH),
                                new Reshape(wide)),
                        net(new Flatten(), new Dense(1, true, LINEAR))),
                Arguments.of(
                        "depthwise convolutions",
                        wide,
                        net(
                                new Dense(6 * 8 * 2, true, LEAKY),
                                new Reshape(new Shape.Image(6, 8, 2)),
                                new DepthwiseConv2D(1, 3, 1, Padding.SAME, true, LEAKY),
                                new DepthwiseConv2D(3, 4, 1, Padding.SAME, false, LEAKY),
                                new Conv2D(1, 1, 1, Padding.SAME, true, TANH)),
                        net(
                                new DepthwiseConv2D(3, 3, 2, Padding.SAME, true, LEAKY),
                                new DepthwiseConv2D(1, 2, 1, Padding.VALID, true, LEAKY),
                                new DepthwiseConv2D(2, 2, 1, padded(1), true, LEAKY),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "depthwise convolutions of large strides",
                        wide,
                        net(
                                new Dense(6 * 8 * 2, true, LEAKY),
                                new Reshape(new Shape.Image(6, 8, 2)),
                                new DepthwiseConv2D(1, 5, 1, padded(2), true, LEAKY),
                                new Conv2D(1, 1, 1, Padding.SAME, true, TANH)),
                        net(
                                new DepthwiseConv2D(2, 1, 2, Padding.VALID, true, LEAKY),
                                new DepthwiseConv2D(1, 3, 3, padded(2), true, LEAKY),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "separable convolutions",
                        wide,
                        net(
                                new Dense(6 * 8 * 2, true, LEAKY),
                                new Reshape(new Shape.Image(6, 8, 2)),
                                new SeparableConv2D(3, 2, 3, 1, Padding.SAME, true, LEAKY),
                                new SeparableConv2D(1, 1, 4, 1, Padding.SAME, false, TANH)),
                        net(
                                new SeparableConv2D(3, 1, 3, 2, padded(1), true, LEAKY),
                                new SeparableConv2D(4, 2, 2, 1, Padding.VALID, true, LEAKY),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "trained slopes",
                        image6,
                        net(
                                new Dense(9, true, LINEAR),
                                new PReLU(),
                                new Dense(36, true, TANH),
                                new Reshape(image6)),
                        net(
                                new Conv2D(4, 3, 1, Padding.SAME, true, LINEAR),
                                new PReLU(),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "global maximum",
                        image6,
                        plainG,
                        net(
                                new Conv2D(4, 3, 1, Padding.SAME, true, LEAKY),
                                new GlobalMaxPool(),
                                new Dense(1, true, LINEAR))),
                activation("SELU", new Activation.SELU(), image6, plainD),
                minibatchDeviation("two groups of images and values", 2),
                minibatchDeviation("one group of images and values", 4),
                activation("ELU", new Activation.ELU(), image6, plainD),
                activation("GELU", new Activation.GELU(), image6, plainD),
                activation("sigmoid", new Activation.Sigmoid(), image6, plainD),
                activation("softplus", new Activation.Softplus(), image6, plainD),
                activation("swish", new Activation.Swish(), image6, plainD),
                activation("ReLU", new Activation.ReLU(), image6, plainD));
    }

    private static Arguments minibatchDeviation(String name, int groupSize) {
        var image = new Shape.Image(6, 6, 1);
        return Arguments.of(
                name,
                image,
                net(new Dense(7, true, LEAKY), new Dense(36, true, TANH), new Reshape(image)),
                net(
                        new MinibatchStdDev(groupSize),
                        new Conv2D(3, 4, 2, Padding.SAME, true, LEAKY),
                        new MinibatchStdDev(groupSize),
                        new Flatten(),
                        new Dense(6, true, LEAKY),
                        new MinibatchStdDev(groupSize),
                        new Dense(1, true, LINEAR)));
    }

    private static Arguments activation(
            String name, Activation activation, Shape.Image shape, NetworkSpec judge) {
        return Arguments.of(
                name,
                shape,
                net(
                        new Dense(9, true, LINEAR),
                        new Activate(activation),
                        new Dense(36, true, TANH),
                        new Reshape(shape)),
                judge);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stacks")
    void gradientsAreThoseOfTheLoss(
            String name, Shape.Image shape, NetworkSpec generator, NetworkSpec discriminator) {
        check(Nets.ready(Nets.experiment(shape, generator, discriminator)));
    }

    @Test
    void groupsOfUnequalSizeHaveExactGradientsToo() {
        Object[] nets = minibatchDeviation("five samples in groups of three and two", 2).get();
        Experiment experiment =
                Nets.experiment(
                        (Shape.Image) nets[1], (NetworkSpec) nets[2], (NetworkSpec) nets[3]);
        check(Nets.ready(experiment.withTraining(t -> t.withBatchSize(5))));
    }

    private void check(Plan plan) {
        int batch = plan.experiment().training().batchSize();
        try (var g = new Network(plan.generator());
                var d = new Network(plan.discriminator())) {
            randomize(g);
            randomize(d);
            for (Loss loss : Loss.all()) {
                if (loss instanceof SeparableLoss separable) {
                    checkGenerator(plan, g, d, batch, separable);
                }
            }
            checkDiscriminator(plan, d, batch, new NonSaturating());
        }
    }

    private void checkGenerator(Plan plan, Network g, Network d, int batch, SeparableLoss loss) {
        Network.Chain maker = g.chain(batch);
        Network.Chain judge = d.chain(batch);
        double[] noise = fill(maker.input());
        maker.forward(true, GradientTest::noDraws);
        judge.input().set(maker.output());
        judge.forward(true, GradientTest::noDraws);
        var _ = loss.ofGenerator(scores(judge, batch));
        judge.backward(false, true);
        maker.outputGradient().set(judge.inputGradient());
        maker.backward(true, false);

        Map<String, double[]> judgeWeights = weights(plan.discriminator(), d);
        compare(
                plan.generator(),
                g,
                weights -> {
                    double[] images = reference(plan.generator(), weights, noise, batch);
                    double[] scores = reference(plan.discriminator(), judgeWeights, images, batch);
                    return mean(scores, ReferenceLosses.generator(loss));
                });
    }

    private static ScoreBatch scores(Network.Chain judge, int batch) {
        return new ScoreBatch(
                judge.output().heap(), 0, batch, judge.outputGradient().heapToWrite());
    }

    private void checkDiscriminator(Plan plan, Network d, int batch, SeparableLoss loss) {
        Network.Chain judge = d.chain(batch);
        double[] real = fill(judge.input());
        judge.forward(true, GradientTest::noDraws);
        var _ = loss.onReal(scores(judge, batch), 1);
        judge.backward(true, false);
        compare(
                plan.discriminator(),
                d,
                weights ->
                        mean(
                                reference(plan.discriminator(), weights, real, batch),
                                ReferenceLosses.real(loss, 1)));

        judge.forward(true, GradientTest::noDraws);
        var _ = loss.onFake(scores(judge, batch));
        // With the input's gradient too: layers compute the pair in other ways than one alone.
        judge.backward(true, true);
        compare(
                plan.discriminator(),
                d,
                weights ->
                        mean(
                                reference(plan.discriminator(), weights, real, batch),
                                ReferenceLosses.fake(loss)));
    }

    private void compare(
            NetworkPlan plan, Network network, ToDoubleFunction<Map<String, double[]>> loss) {
        Map<String, double[]> weights = weights(plan, network);
        for (Network.Named named : network.parameters()) {
            if (!named.parameter().trained()) {
                continue;
            }
            float[] gradient = named.parameter().gradient().heap();
            double[] values = Objects.requireNonNull(weights.get(named.name()));
            double largest = 1e-3;
            for (float value : gradient) {
                largest = Math.max(largest, Math.abs(value));
            }
            for (int n = 0; n < Math.min(MOST, values.length); n++) {
                int i = values.length <= MOST ? n : random.nextInt(values.length);
                double kept = values[i];
                values[i] = kept + STEP;
                double above = loss.applyAsDouble(weights);
                values[i] = kept - STEP;
                double below = loss.applyAsDouble(weights);
                values[i] = kept;
                assertThat((double) gradient[i])
                        .as("dL/d %s[%d]", named.name(), i)
                        .isCloseTo((above - below) / (2 * STEP), within(largest * TOLERANCE));
            }
        }
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }

    private static double[] reference(
            NetworkPlan plan, Map<String, double[]> weights, double[] input, int batch) {
        return new ReferenceNetwork(plan).forward(weights, input, batch);
    }

    private static double mean(double[] scores, DoubleUnaryOperator loss) {
        double sum = 0;
        for (double score : scores) {
            sum += loss.applyAsDouble(score);
        }
        return sum / scores.length;
    }

    /** Biases, gains and offsets too get values at which a mistake would show. */
    private void randomize(Network network) {
        network.initialize(Initialization.GLOROT_UNIFORM, random);
        for (Network.Named named : network.parameters()) {
            named.parameter().value().heap();
            float[] values = named.parameter().value().heapToWrite();
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (0.2 * random.nextGaussian());
            }
        }
    }

    private double[] fill(Tensor tensor) {
        float[] values = tensor.heapToWrite();
        var exact = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
            exact[i] = values[i];
        }
        return exact;
    }

    private static Map<String, double[]> weights(NetworkPlan plan, Network network) {
        var weights = new HashMap<String, double[]>();
        for (Network.Named named : network.parameters()) {
            float[] values = named.parameter().value().heap();
            var exact = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                exact[i] = values[i];
            }
            weights.put(named.name(), exact);
        }
        new ReferenceNetwork(plan).holdSingularVectors(weights);
        return weights;
    }

    private static RandomGenerator noDraws() {
        throw new AssertionError("These layers draw nothing");
    }
}
