package org.ganatelier.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ganatelier.engine.network.Nets.net;

import org.ganatelier.data.Images;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.DiscriminatorInput;
import org.ganatelier.train.GeneratorInput;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** What networks say in their inference mode, against the same computed in float64. */
class InferenceTest {
    private static final Shape.Image SHAPE = new Shape.Image(4, 4, 1);
    private static final int SIZE = 16;

    /** More than a batch, and no power of two. */
    private static final int COUNT = 70;

    /** Central differences in float64: truncation and rounding both stay below 1e-8. */
    private static final double STEP = 1e-5;

    /** A few hundred float32 roundings of 6e-8 of values of about 1. */
    private static final double TOLERANCE = 1e-4;

    private final Random random = new Random(7);

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    @Test
    void scoresAndTheirGradientsAreThoseOfEachSampleAlone() {
        Plan plan =
                plan(
                        net(
                                new Conv2D(3, 3, 1, Padding.SAME, true, leaky()),
                                new Flatten(),
                                new Dense(1, true, linear())));
        try (var d = new Network(plan.discriminator())) {
            randomize(d);
            Map<String, double[]> weights = exact(d);
            var reference = new ReferenceNetwork(plan.discriminator());
            check(d, x -> reference.forward(weights, x, 1)[0]);
        }
    }

    /** Dropout drops nothing; running statistics are constants in the gradient. */
    @Test
    void normalizationAndDropoutAreInTheirInferenceModeOnTheWayBackToo() {
        Plan plan =
                plan(
                        net(
                                new Flatten(),
                                new Dense(5, false, linear()),
                                new BatchNorm(0.9, 1e-3, leaky()),
                                new Dropout(0.5),
                                new Dense(1, true, linear())));
        try (var d = new Network(plan.discriminator())) {
            randomize(d);
            // A training pass before must leave no trace.
            d.chain(64).forward(true, () -> random);
            Map<String, double[]> w = exact(d);
            check(
                    d,
                    x -> {
                        double score = of(w, "4.bias")[0];
                        for (int k = 0; k < 5; k++) {
                            double sum = 0;
                            for (int i = 0; i < SIZE; i++) {
                                sum += x[i] * of(w, "1.weight")[i * 5 + k];
                            }
                            double deviation = Math.sqrt(of(w, "2.variance")[k] + 1e-3);
                            double y =
                                    (sum - of(w, "2.mean")[k]) / deviation * of(w, "2.gamma")[k]
                                            + of(w, "2.beta")[k];
                            score += Math.max(y, 0.2 * y) * of(w, "4.weight")[k];
                        }
                        return score;
                    });
        }
    }

    @Test
    void activationsAreWhatComesOutOfALayerWithItsShape() {
        Plan plan =
                plan(
                        net(
                                new Conv2D(3, 4, 2, Padding.SAME, true, leaky()),
                                new Flatten(),
                                new Dense(1, true, linear())));
        try (var d = new Network(plan.discriminator())) {
            randomize(d);
            DiscriminatorInput input = images();
            Shape shape = plan.discriminator().layers().getFirst().output().orElseThrow();
            assertThat(shape).isEqualTo(new Shape.Image(2, 2, 3));
            var first = Inference.activations(d, 0, shape, input, Inference.MOST);
            assertThat(first.shape()).isEqualTo(shape);
            assertThat(first.count()).isEqualTo(COUNT);
            // The rest of D, by hand: a dense layer over the flattened activations.
            Map<String, double[]> w = exact(d);
            float[] scores = Inference.scores(d, input, Inference.MOST);
            for (int n = 0; n < COUNT; n++) {
                double score = of(w, "2.bias")[0];
                for (int i = 0; i < 12; i++) {
                    score += first.values()[n * 12 + i] * of(w, "2.weight")[i];
                }
                assertThat((double) scores[n]).isCloseTo(score, within(TOLERANCE));
            }
            var last = Inference.activations(d, 2, new Shape.Flat(1), input, Inference.MOST);
            assertThat(last.values()).isEqualTo(scores);
        }
    }

    @Test
    void aGeneratorsLastActivationsAreItsSamples() {
        Plan plan = plan(net(new Flatten(), new Dense(1, true, linear())));
        try (var g = new Network(plan.generator())) {
            randomize(g);
            var input = GeneratorInput.sampled(plan.experiment(), COUNT, 3);
            float[] values = Inference.activations(g, 1, SHAPE, input, Inference.MOST).values();
            byte[] pixels =
                    Images.require(Inference.samples(g, SHAPE, input, Inference.MOST)).pixels();
            assertThat(values).hasSize(pixels.length);
            for (int i = 0; i < pixels.length; i++) {
                assertThat(pixels[i]).isEqualTo(Images.toPixel(values[i]));
            }
        }
    }

    private void check(Network d, ToDoubleFunction<double[]> score) {
        DiscriminatorInput input = images();
        float[] scores = Inference.scores(d, input, Inference.MOST);
        float[] gradients = Inference.scoreGradients(d, input, Inference.MOST);
        assertThat(scores).hasSize(COUNT);
        assertThat(gradients).hasSize(COUNT * SIZE);
        for (int n = 0; n < COUNT; n++) {
            double[] x = exact(input, n);
            assertThat((double) scores[n]).isCloseTo(score.applyAsDouble(x), within(TOLERANCE));
            for (int i = 0; i < SIZE; i++) {
                double kept = x[i];
                x[i] = kept + STEP;
                double above = score.applyAsDouble(x);
                x[i] = kept - STEP;
                double below = score.applyAsDouble(x);
                x[i] = kept;
                assertThat((double) gradients[n * SIZE + i])
                        .isCloseTo((above - below) / (2 * STEP), within(TOLERANCE));
            }
        }
    }

    private static NetworkSpec generator() {
        return net(new Dense(SIZE, true, new Activation.Tanh()), new Reshape(SHAPE));
    }

    private static Plan plan(NetworkSpec discriminator) {
        return Nets.ready(Nets.experiment(SHAPE, generator(), discriminator));
    }

    private DiscriminatorInput images() {
        var pixels = new byte[COUNT * SIZE];
        random.nextBytes(pixels);
        return new DiscriminatorInput(new Images(COUNT, SHAPE, pixels), new byte[0]);
    }

    private static double[] exact(DiscriminatorInput input, int index) {
        var values = new float[SIZE];
        input.read(index, values, 0);
        return exact(values);
    }

    private static double[] of(Map<String, double[]> weights, String name) {
        return Objects.requireNonNull(weights.get(name));
    }

    private static double[] exact(float[] values) {
        var exact = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            exact[i] = values[i];
        }
        return exact;
    }

    private static Map<String, double[]> exact(Network network) {
        var weights = new HashMap<String, double[]>();
        for (Network.Named named : network.parameters()) {
            weights.put(named.name(), exact(named.parameter().value().heap()));
        }
        return weights;
    }

    /** Biases, gains and statistics too get values at which a mistake would show. */
    private void randomize(Network network) {
        network.initialize(Initialization.GLOROT_UNIFORM, random);
        for (Network.Named named : network.parameters()) {
            named.parameter().value().heap();
            float[] values = named.parameter().value().heapToWrite();
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) Math.abs(0.2 * random.nextGaussian());
            }
        }
    }

    private static Activation leaky() {
        return new Activation.LeakyReLU(0.2);
    }

    private static Activation linear() {
        return new Activation.Linear();
    }
}
