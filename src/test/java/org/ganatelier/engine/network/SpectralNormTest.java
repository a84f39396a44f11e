package org.ganatelier.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ganatelier.engine.network.Nets.net;

import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.stock.StockNetwork;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.RunFailure.UnsupportedByStock;
import org.ganatelier.train.RunFailure.UnsupportedByStock.Lack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The power iteration behind spectral normalization; its gradient is {@link GradientTest}'s. */
class SpectralNormTest {
    private static final Activation LINEAR = new Activation.Linear();
    private static final Activation TANH = new Activation.Tanh();
    private static final int BATCH = 4;

    /** Enough for a second singular value of 0.995 of the first. */
    private static final int MANY = 2000;

    /** Of a sigma that has been reached: sums of some hundred float32 products. */
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-4);

    private final Random random = new Random(11);
    private final Plan plan = plan();

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    /** Every layer that can be normalized, in matrices that are wide, tall and a single row. */
    private static Plan plan() {
        var shape = new Shape.Image(6, 6, 1);
        return Nets.ready(
                Nets.experiment(
                        shape,
                        net(
                                new Dense(3 * 3 * 4, true, TANH).withSpectralNorm(true),
                                new Reshape(new Shape.Image(3, 3, 4)),
                                new Conv2DTranspose(5, 4, 2, Padding.SAME, true, TANH)
                                        .withSpectralNorm(true),
                                new Conv2DTranspose(1, 3, 1, Padding.SAME, false, TANH)
                                        .withSpectralNorm(true)),
                        net(
                                new Conv2D(7, 4, 2, Padding.SAME, false, TANH)
                                        .withSpectralNorm(true),
                                new Conv2D(9, 3, 1, Padding.SAME, true, TANH)
                                        .withSpectralNorm(true),
                                new Flatten(),
                                new Dense(5, true, TANH).withSpectralNorm(true),
                                new Dense(1, true, LINEAR).withSpectralNorm(true))));
    }

    private Network made(NetworkPlan of) {
        var network = new Network(of);
        network.initialize(Initialization.GLOROT_UNIFORM, random);
        return network;
    }

    private Network.Chain filled(Network network) {
        Network.Chain chain = network.chain(BATCH);
        float[] input = chain.input().heapToWrite();
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
        }
        return chain;
    }

    private static RandomGenerator noDraws() {
        throw new AssertionError("These layers draw nothing");
    }

    private static void pass(Network.Chain chain) {
        chain.forward(true, SpectralNormTest::noDraws);
        chain.keepStatistics();
    }

    @Test
    void sigmaIsTheLargestSingularValueOnceItHasBeenFound() {
        for (NetworkPlan of : List.of(plan.generator(), plan.discriminator())) {
            try (Network network = made(of)) {
                Network.Chain chain = filled(network);
                for (int i = 0; i < MANY; i++) {
                    pass(chain);
                }
                List<Double> exact = new ArrayList<>();
                for (int i = 0; i < of.layers().size(); i++) {
                    if (parameter(network, i + ".u").isPresent()) {
                        exact.add(Singular.largest(matrix(network, of, i)));
                    }
                }
                assertThat(network.sigmas()).hasSameSizeAs(exact).hasSizeGreaterThan(2);
                for (int i = 0; i < exact.size(); i++) {
                    assertThat(network.sigmas().get(i).value()).isCloseTo(exact.get(i), ROUNDING);
                }
            }
        }
    }

    @Test
    void theFirstStepAlreadyKnowsSigmaToAFewPercent() {
        try (Network network = made(plan.discriminator())) {
            filled(network).forward(true, SpectralNormTest::noDraws);
            for (Network.Sigma sigma : network.sigmas()) {
                double exact =
                        Singular.largest(matrix(network, plan.discriminator(), sigma.layer()));
                assertThat(sigma.value())
                        .isLessThanOrEqualTo(exact * (1 + 1e-6))
                        .isCloseTo(exact, Percentage.withPercentage(5));
            }
        }
    }

    /** A gain of weights is divided out again, and sigma tells how large it was. */
    @Test
    void weightsOfAnyScaleActAlike() {
        try (Network network = made(plan.discriminator())) {
            Network.Chain chain = filled(network);
            chain.forward(true, SpectralNormTest::noDraws);
            float[] before = chain.output().heap().clone();
            double sigma = network.sigmas().getFirst().value();
            scale(parameter(network, "0.weight").orElseThrow(), 3);

            chain.forward(true, SpectralNormTest::noDraws);

            assertThat(network.sigmas().getFirst().value()).isCloseTo(3 * sigma, ROUNDING);
            assertThat(chain.output().heap()).containsExactly(before, Offset.offset(1e-5f));
        }
    }

    @Test
    void aPassWhoseStatisticsAreNotKeptLeavesEveryBitAsItWas() {
        try (Network network = made(plan.discriminator())) {
            Network.Chain chain = filled(network);
            Map<String, float[]> before = values(network);
            chain.forward(true, SpectralNormTest::noDraws);
            float[] output = chain.output().heap().clone();
            chain.forward(false, SpectralNormTest::noDraws);
            assertThat(chain.output().heap()).isEqualTo(output);
            values(network)
                    .forEach((name, now) -> assertThat(now).as(name).isEqualTo(before.get(name)));

            chain.keepStatistics();

            assertThat(values(network).get("1.u")).isNotEqualTo(before.get("1.u"));
            assertThat(values(network).get("1.weight")).isEqualTo(before.get("1.weight"));
        }
    }

    @Test
    void weightsOfZeroGiveTheBiasAndRecover() {
        try (Network network = made(plan.discriminator())) {
            Network.Chain chain = filled(network);
            Parameter weight = parameter(network, "4.weight").orElseThrow();
            float[] kept = weight.value().heap().clone();
            scale(weight, 0);
            pass(chain);
            float bias = parameter(network, "4.bias").orElseThrow().value().heap()[0];
            assertThat(chain.output().heap()).containsOnly(bias);

            System.arraycopy(kept, 0, weight.value().heapToWrite(), 0, kept.length);
            pass(chain);
            assertThat(network.sigmas().getLast().value())
                    .isCloseTo(
                            Singular.largest(matrix(network, plan.discriminator(), 4)), ROUNDING);
        }
    }

    /**
     * That u and v count as constants is no approximation: where they are the singular vectors, to
     * first order sigma does not depend on them. So the gradient is that of a float64 loss in which
     * the vectors follow every change of the weights.
     */
    @Test
    void onceSigmaIsFoundTheGradientIsThatOfTheExactlyNormalizedWeights() {
        try (Network network = made(plan.discriminator())) {
            Network.Chain chain = filled(network);
            for (int i = 0; i < MANY; i++) {
                pass(chain);
            }
            var input = new double[chain.input().size()];
            for (int i = 0; i < input.length; i++) {
                input[i] = chain.input().heap()[i];
            }
            Arrays.fill(chain.outputGradient().heapToWrite(), 1);
            chain.backward(true, false);

            Map<String, double[]> weights = new HashMap<>();
            values(network).forEach((name, values) -> weights.put(name, exact(values)));
            for (String name : List.of("0.weight", "1.weight", "3.weight", "4.weight")) {
                float[] gradient = parameter(network, name).orElseThrow().gradient().heap();
                double largest = 0;
                for (float value : gradient) {
                    largest = Math.max(largest, Math.abs(value));
                }
                double[] values = Objects.requireNonNull(weights.get(name));
                for (int i = 0; i < values.length; i += 1 + values.length / 20) {
                    double kept = values[i];
                    double step = 1e-5;
                    values[i] = kept + step;
                    double above = sum(weights, input);
                    values[i] = kept - step;
                    double below = sum(weights, input);
                    values[i] = kept;
                    assertThat((double) gradient[i])
                            .as("dL/d %s[%d]", name, i)
                            .isCloseTo((above - below) / (2 * step), Offset.offset(1e-3 * largest));
                }
            }
        }
    }

    @Test
    void dl4jsOwnLayersHaveNoSuchThing() {
        var adam = new OptimizerSpec(1e-3, 0.5, 0.999);
        for (NetworkPlan network : List.of(plan.generator(), plan.discriminator())) {
            LayerSpec first = network.layers().getFirst().layer();
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> new StockNetwork(network, adam).close())
                    .extracting(EngineException::failure)
                    .isEqualTo(new UnsupportedByStock(new Lack.Setting(first, "spectralNorm")));
        }
    }

    /** The sum of the scores, sigma being found anew for these weights. */
    private double sum(Map<String, double[]> weights, double[] input) {
        var reference = new ReferenceNetwork(plan.discriminator());
        var found = new HashMap<>(weights);
        for (int i = 0; i < 200; i++) {
            reference.holdSingularVectors(found);
            for (String layer : List.of("0", "1", "3", "4")) {
                found.put(layer + ".u", Objects.requireNonNull(found.get(layer + ".left")));
            }
        }
        double sum = 0;
        for (double score : reference.forward(found, input, BATCH)) {
            sum += score;
        }
        return sum;
    }

    private static void scale(Parameter parameter, float factor) {
        parameter.value().heap();
        float[] values = parameter.value().heapToWrite();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    private static Optional<Parameter> parameter(Network network, String name) {
        return network.parameters().stream()
                .filter(named -> named.name().equals(name))
                .map(Network.Named::parameter)
                .findFirst();
    }

    private static double[][] matrix(Network network, NetworkPlan plan, int layer) {
        int outputs = parameter(network, layer + ".u").orElseThrow().value().size();
        float[] weights = parameter(network, layer + ".weight").orElseThrow().value().heap();
        return ReferenceNetwork.matrix(plan.layers().get(layer).layer(), outputs, exact(weights));
    }

    private static double[] exact(float[] values) {
        var exact = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            exact[i] = values[i];
        }
        return exact;
    }

    private static Map<String, float[]> values(Network network) {
        var values = new HashMap<String, float[]>();
        network.parameters()
                .forEach(n -> values.put(n.name(), n.parameter().value().heap().clone()));
        return values;
    }
}
