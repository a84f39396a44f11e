package org.ganatelier.engine.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ganatelier.engine.network.Nets.net;

import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.network.ReferenceNetwork;
import org.ganatelier.engine.optimizer.Sums;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.objective.ZeroCentredPenalty;
import org.ganatelier.plan.model.Plan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Penalties on D's gradients and their own gradients: against float64 finite differences of the
 * penalty itself, and against PyTorch's double backward.
 */
class GradientPenaltyTest {
    private static final Activation LINEAR = new Activation.Linear();
    private static final Activation LEAKY = new Activation.LeakyReLU(0.2);
    private static final double LAMBDA = 10;
    private static final int BATCH = 3;

    /** Of the largest gradient of an array: see what is said of the step in GradientPenalty. */
    private static final double TOLERANCE = 3e-3;

    /** Float64 differences by the image, of scores that are at most quadratic within a step. */
    private static final double IMAGE_STEP = 1e-4;

    /** And of the penalty by a parameter. */
    private static final double STEP = 1e-4;

    /** A weight's usual size in networks as small as these. */
    private static final float USUAL = 0.25f;

    /** Parameters looked at in each array. */
    private static final int MOST = 20;

    private final Random random = new Random(5);

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    static Stream<Arguments> judges() {
        return Stream.of(
                Arguments.of("dense, leaky", judge(LEAKY)),
                Arguments.of("dense, ReLU", judge(new Activation.ReLU())),
                Arguments.of("dense, tanh", judge(new Activation.Tanh())),
                Arguments.of("dense, ELU", judge(new Activation.ELU())),
                Arguments.of("dense, swish", judge(new Activation.Swish())),
                Arguments.of(
                        "convolutions and layer normalization",
                        net(
                                new Conv2D(3, 4, 2, Padding.SAME, true, LEAKY),
                                new LayerNorm(1e-3, LEAKY),
                                new Conv2D(4, 3, 1, Padding.SAME, false, LEAKY),
                                new Flatten(),
                                new Dense(1, true, LINEAR))),
                Arguments.of(
                        "spectral normalization",
                        net(
                                new Conv2D(3, 4, 2, Padding.SAME, true, LEAKY)
                                        .withSpectralNorm(true),
                                new Conv2D(4, 3, 1, Padding.SAME, false, LEAKY)
                                        .withSpectralNorm(true),
                                new Flatten(),
                                new Dense(6, true, LEAKY).withSpectralNorm(true),
                                new Dense(1, true, LINEAR).withSpectralNorm(true))),
                Arguments.of(
                        "pools",
                        net(
                                new Conv2D(3, 3, 1, Padding.SAME, true, LEAKY),
                                new MaxPool(2, 2, Padding.SAME),
                                new AveragePool(3, 1, Padding.SAME),
                                new Flatten(),
                                new Dense(1, true, LINEAR))));
    }

    private static NetworkSpec judge(Activation activation) {
        return net(
                new Flatten(),
                new Dense(8, true, activation),
                new Dense(6, true, activation),
                new Dense(1, true, LINEAR));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("judges")
    void thePenaltyAndItsGradientsAreThoseOfFiniteDifferences(String name, NetworkSpec judge) {
        var image = new Shape.Image(6, 6, 1);
        NetworkSpec maker = net(new Dense(36, true, new Activation.Tanh()), new Reshape(image));
        Plan plan = Nets.ready(Nets.experiment(image, maker, judge));
        try (var d = new Network(plan.discriminator())) {
            randomize(d);
            float[] images = images(2 * BATCH * 36);
            var shares = new float[] {0.25f, 0.5f, 0.875f};
            var held = new HeldGradients(d.trained());
            var penalty = new GradientPenalty(d, BATCH, held, () -> new Random(1));

            double value =
                    gradients(d, held, () -> penalty.between(images, LAMBDA, prescribed(shares)));
            compare(plan, d, value, mixed(images, shares), n -> LAMBDA * (n - 1) * (n - 1));

            value =
                    gradients(
                            d,
                            held,
                            () -> penalty.onReal(images, new ZeroCentredPenalty(LAMBDA, 1)));
            double[] real = doubles(Arrays.copyOf(images, BATCH * 36));
            compare(plan, d, value, real, n -> LAMBDA / 2 * n * n);

            value =
                    gradients(
                            d,
                            held,
                            () -> penalty.onFake(images, new ZeroCentredPenalty(LAMBDA, 1)));
            double[] fake = doubles(Arrays.copyOfRange(images, BATCH * 36, 2 * BATCH * 36));
            compare(plan, d, value, fake, n -> LAMBDA / 2 * n * n);
        }
    }

    /** Runs a penalty that adds its gradients to zeros, and leaves them in the parameters. */
    private static double gradients(Network d, HeldGradients held, DoubleSupplier penalty) {
        d.trained().forEach(p -> Arrays.fill(p.gradient().heapToWrite(), 0));
        held.hold();
        double value = penalty.getAsDouble();
        held.giveBack();
        return value;
    }

    private void compare(
            Plan plan, Network d, double value, double[] images, DoubleUnaryOperator penalty) {
        Map<String, double[]> weights = weights(d);
        new ReferenceNetwork(plan.discriminator()).holdSingularVectors(weights);
        assertThat(value)
                .isEqualTo(reference(plan, weights, images, penalty), within(1e-4 * value));
        for (Network.Named named : d.parameters()) {
            if (!named.parameter().trained()) {
                continue;
            }
            float[] gradient = named.parameter().gradient().heap();
            double[] values = Objects.requireNonNull(weights.get(named.name()));
            double largest = 1e-2;
            for (float g : gradient) {
                largest = Math.max(largest, Math.abs(g));
            }
            for (int n = 0; n < Math.min(MOST, values.length); n++) {
                int i = values.length <= MOST ? n : random.nextInt(values.length);
                double kept = values[i];
                values[i] = kept + STEP;
                double above = reference(plan, weights, images, penalty);
                values[i] = kept - STEP;
                double below = reference(plan, weights, images, penalty);
                values[i] = kept;
                assertThat((double) gradient[i])
                        .as("of %s[%d]", named.name(), i)
                        .isEqualTo((above - below) / (2 * STEP), within(largest * TOLERANCE));
            }
        }
    }

    /** The penalty's mean, with gradients by the images as differences. */
    private static double reference(
            Plan plan,
            Map<String, double[]> weights,
            double[] images,
            DoubleUnaryOperator penalty) {
        var network = new ReferenceNetwork(plan.discriminator());
        int size = images.length / BATCH;
        var squares = new double[BATCH];
        double[] moved = images.clone();
        for (int j = 0; j < size; j++) {
            move(moved, images, j, size, IMAGE_STEP);
            double[] above = network.forward(weights, moved, BATCH);
            move(moved, images, j, size, -IMAGE_STEP);
            double[] below = network.forward(weights, moved, BATCH);
            move(moved, images, j, size, 0);
            for (int i = 0; i < BATCH; i++) {
                squares[i] += Math.pow((above[i] - below[i]) / (2 * IMAGE_STEP), 2);
            }
        }
        return Arrays.stream(squares).map(Math::sqrt).map(penalty).average().orElseThrow();
    }

    /** One pixel of every image at once: images do not touch each other. */
    private static void move(double[] moved, double[] images, int pixel, int size, double step) {
        for (int i = pixel; i < images.length; i += size) {
            moved[i] = images[i] + step;
        }
    }

    private static double[] mixed(float[] images, float[] shares) {
        int size = images.length / 2 / shares.length;
        var mixed = new double[images.length / 2];
        for (int i = 0; i < mixed.length; i++) {
            double share = shares[i / size];
            mixed[i] = share * images[i] + (1 - share) * images[mixed.length + i];
        }
        return mixed;
    }

    /**
     * How far the two may be apart, as the length of the difference over that of the gradient:
     * float32 and the step, of which GradientPenalty says that they come to 2e-4. Of the arrays
     * compared, none is off by more than 1.9e-4.
     */
    private static final double APART = 3e-4;

    /** Of an array's usual value: the worst of the 64 errors whose root mean square that is. */
    private static final double WORST = 1e-3;

    @ParameterizedTest
    @ValueSource(
            strings = {"mlp", "classroom", "dcgan", "classroom-channels", "classroom-projection"})
    void gradientsAreThoseOfPyTorchsDoubleBackward(String net) throws Exception {
        Experiment bench =
                TorchFixtureTest.conditional(net)
                        .withNetwork(Side.DISCRIMINATOR, GradientPenaltyTest::calm);
        Plan plan = Nets.ready(bench);
        try (var fixture = new PenaltyFixture(net);
                var d = new Network(plan.discriminator())) {
            int batch = fixture.batch();
            int stream = 0;
            for (Network.Named named : d.parameters()) {
                TorchFixtureTest.fill(named.parameter(), stream++);
            }
            var images = new float[2 * batch * 784];
            for (int i = 0; i < images.length; i++) {
                images[i] =
                        TorchFixture.uniform(
                                TorchFixtureTest.IMAGES + i / (batch * 784), i % (batch * 784));
            }
            var shares = new float[batch];
            for (int i = 0; i < batch; i++) {
                shares[i] = (TorchFixture.uniform(PenaltyFixture.SHARES, i) + 1) / 2;
            }
            var held = new HeldGradients(d.trained());
            var penalty =
                    new GradientPenalty(
                            d,
                            batch,
                            held,
                            () -> {
                                throw new AssertionError("Nothing here is random");
                            });
            var labels = new byte[batch];
            for (int i = 0; i < batch; i++) {
                labels[i] = TorchFixtureTest.realLabel(i, 0);
            }
            penalty.tell(labels);

            double value =
                    gradients(d, held, () -> penalty.between(images, LAMBDA, prescribed(shares)));
            check(fixture.next(), value, d);
            value =
                    gradients(
                            d,
                            held,
                            () -> penalty.onReal(images, new ZeroCentredPenalty(LAMBDA, 1)));
            check(fixture.next(), value, d);
        }
    }

    /** As the script that made the fixtures. */
    private static NetworkSpec calm(NetworkSpec network) {
        return network.withLayers(
                network.layers().stream()
                        .filter(layer -> !(layer instanceof Dropout))
                        .map(
                                layer ->
                                        layer instanceof BatchNorm norm
                                                ? new LayerNorm(norm.epsilon(), norm.activation())
                                                : layer)
                        .toList());
    }

    private static void check(PenaltyFixture.Penalty expected, double value, Network d) {
        assertThat(value).isEqualTo(expected.mean(), within(1e-5 * expected.mean()));
        for (Network.Named named : d.parameters()) {
            float[] gradient = named.parameter().gradient().heap();
            PenaltyFixture.Array array =
                    Objects.requireNonNull(expected.arrays().get(named.name()), named.name());
            assertThat(gradient).as(named.name()).hasSize(array.size());
            double rms = Math.sqrt(Sums.squares(gradient) / gradient.length);
            assertThat(rms)
                    .as("root mean square of %s", named.name())
                    .isEqualTo(array.rms(), within(APART * array.rms()));
            double errors = 0;
            double squares = 0;
            for (int i = 0; i < array.samples().length; i++) {
                int at = (int) ((long) i * array.size() / array.samples().length);
                double wanted = array.samples()[i];
                errors += Math.pow(gradient[at] - wanted, 2);
                squares += Math.pow(wanted, 2);
                assertThat((double) gradient[at])
                        .as("%s[%d]", named.name(), at)
                        .isEqualTo(wanted, within(WORST * array.rms()));
            }
            assertThat(Math.sqrt(errors))
                    .as("distance of %s", named.name())
                    .isLessThanOrEqualTo(APART * Math.sqrt(squares));
        }
    }

    @Test
    void laterUpdatesMakeUpForThoseWithoutAPenalty() {
        var image = new Shape.Image(6, 6, 1);
        NetworkSpec maker = net(new Dense(36, true, new Activation.Tanh()), new Reshape(image));
        Plan plan = Nets.ready(Nets.experiment(image, maker, judge(LEAKY)));
        try (var d = new Network(plan.discriminator())) {
            randomize(d);
            float[] images = images(2 * BATCH * 36);
            var held = new HeldGradients(d.trained());
            var penalty = new GradientPenalty(d, BATCH, held, () -> new Random(1));
            double once =
                    gradients(
                            d,
                            held,
                            () -> penalty.onReal(images, new ZeroCentredPenalty(LAMBDA, 1)));
            float[] single = d.trained().getFirst().gradient().heap().clone();
            double often =
                    gradients(
                            d,
                            held,
                            () -> penalty.onReal(images, new ZeroCentredPenalty(LAMBDA, 4)));
            float[] fourfold = d.trained().getFirst().gradient().heap();

            assertThat(often).isEqualTo(once);
            for (int i = 0; i < single.length; i++) {
                assertThat(fourfold[i]).isEqualTo(4 * single[i]);
            }
        }
    }

    @Test
    void aLayerThatDrawsNumbersButMakesNoUseOfThemIsNoHindrance() {
        var image = new Shape.Image(6, 6, 1);
        NetworkSpec maker = net(new Dense(36, true, new Activation.Tanh()), new Reshape(image));
        NetworkSpec judge = net(new Flatten(), new Dropout(0), new Dense(1, true, LINEAR));
        Plan plan = Nets.ready(Nets.experiment(image, maker, judge));
        try (var d = new Network(plan.discriminator())) {
            float[] weights = d.trained().getFirst().value().heapToWrite();
            Arrays.fill(weights, 0.5f);
            var held = new HeldGradients(d.trained());
            var penalty = new GradientPenalty(d, BATCH, held, () -> new Random(1));
            // |g| is the length of the weights, 0.5 sqrt(36) = 3, whatever the image.
            float[] images = images(2 * BATCH * 36);
            assertThat(
                            gradients(
                                    d,
                                    held,
                                    () -> penalty.onReal(images, new ZeroCentredPenalty(2, 1))))
                    .isEqualTo(9, within(1e-5));
            for (float gradient : d.trained().getFirst().gradient().heap()) {
                // Of |w|^2 by a weight: twice that.
                assertThat((double) gradient).isEqualTo(2 * 0.5, within(TOLERANCE));
            }
        }
    }

    @Test
    void aScoreThatIsFlatHasNoGradientToFollow() {
        var image = new Shape.Image(6, 6, 1);
        NetworkSpec maker = net(new Dense(36, true, new Activation.Tanh()), new Reshape(image));
        Plan plan =
                Nets.ready(
                        Nets.experiment(
                                image,
                                maker,
                                net(
                                        new Flatten(),
                                        new Activate(LEAKY),
                                        new Dense(1, true, LINEAR))));
        try (var d = new Network(plan.discriminator())) {
            d.trained().forEach(p -> Arrays.fill(p.value().heapToWrite(), 0));
            var held = new HeldGradients(d.trained());
            var penalty = new GradientPenalty(d, BATCH, held, () -> new Random(1));
            float[] images = images(2 * BATCH * 36);
            assertThat(
                            gradients(
                                    d,
                                    held,
                                    () ->
                                            penalty.between(
                                                    images,
                                                    LAMBDA,
                                                    prescribed(new float[] {0, 0.5f, 1}))))
                    .isEqualTo(LAMBDA);
            for (Parameter parameter : d.trained()) {
                assertThat(parameter.gradient().heap()).containsOnly(0);
            }
        }
    }

    private void randomize(Network network) {
        // For the vectors of spectral normalization alone, which weights as random as these have.
        network.initialize(Initialization.GLOROT_UNIFORM, new Random(6));
        for (Parameter parameter : network.trained()) {
            float[] values = parameter.value().heapToWrite();
            for (int i = 0; i < values.length; i++) {
                values[i] = USUAL * (float) random.nextGaussian();
            }
        }
    }

    private float[] images(int count) {
        var images = new float[count];
        for (int i = 0; i < count; i++) {
            images[i] = 2 * random.nextFloat() - 1;
        }
        return images;
    }

    private static Map<String, double[]> weights(Network network) {
        var weights = new HashMap<String, double[]>();
        network.parameters()
                .forEach(n -> weights.put(n.name(), doubles(n.parameter().value().heap())));
        return weights;
    }

    private static double[] doubles(float[] values) {
        var copy = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }

    /** Draws these values, one after the other. */
    private static RandomGenerator prescribed(float[] values) {
        return new RandomGenerator() {
            private int next;

            @Override
            public float nextFloat() {
                return values[next++];
            }

            @Override
            public long nextLong() {
                throw new AssertionError("Places are drawn by nextFloat");
            }
        };
    }
}
