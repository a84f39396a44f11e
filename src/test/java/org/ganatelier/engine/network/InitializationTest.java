package org.ganatelier.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ganatelier.engine.network.Nets.net;

import org.assertj.core.data.Offset;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.train.RandomStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** What the first weights of a network look like. Seeds are fixed: nothing is left to chance. */
class InitializationTest {
    private static final Activation LINEAR = new Activation.Linear();
    private static final long SEED = 5;

    /** Standard errors that a mean or a deviation may be off: 1 in 2 million by chance. */
    private static final double ERRORS = 5;

    private static final String DENSE = "0.weight";
    private static final String NORM = "1.";
    private static final String UP = "3.weight";
    private static final String DOWN = "4.weight";
    private static final String LAYER_NORM = "5.";

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    /** Dense 5 to 6400; transposed 64 to 48 and convolution 48 to 32, both with 4x4 kernels. */
    private static NetworkPlan plan() {
        var image = new Shape.Image(10, 10, 64);
        LayerSpec[] generator = {
            new Dense(6400, true, LINEAR),
            new BatchNorm(0.9, 1e-5, LINEAR),
            new Reshape(image),
            new Conv2DTranspose(48, 4, 1, Padding.SAME, true, LINEAR),
            new Conv2D(32, 4, 1, Padding.SAME, true, LINEAR),
            new LayerNorm(1e-5, LINEAR)
        };
        return Nets.ready(
                        Nets.experiment(
                                new Shape.Image(10, 10, 32),
                                net(generator),
                                net(new Flatten(), new Dense(1, true, LINEAR))))
                .generator();
    }

    private static Map<String, float[]> drawn(Initialization scheme) {
        try (var network = new Network(plan())) {
            network.initialize(scheme, RandomStream.WEIGHTS.draw(SEED, 0));
            var values = new HashMap<String, float[]>();
            network.parameters()
                    .forEach(n -> values.put(n.name(), n.parameter().value().heap().clone()));
            return values;
        }
    }

    private static float[] of(Map<String, float[]> drawn, String name) {
        return Objects.requireNonNull(drawn.get(name), name);
    }

    /**
     * The deviations, from the formulas by hand: fan-in and fan-out are 5 and 6400, 768 and 1024,
     * 768 and 512.
     */
    @ParameterizedTest
    @CsvSource({
        "GLOROT_UNIFORM, 0.0176708, 0.0334077, 0.0395285",
        "GLOROT_NORMAL, 0.0176708, 0.0334077, 0.0395285",
        "HE_NORMAL, 0.6324555, 0.0510310, 0.0510310",
        "NORMAL_002, 0.02, 0.02, 0.02"
    })
    void weightsHaveTheDeviationTheyShould(
            Initialization scheme, double dense, double up, double down) {
        Map<String, float[]> drawn = drawn(scheme);
        assertSpread(of(drawn, DENSE), 0, dense);
        assertSpread(of(drawn, UP), 0, up);
        assertSpread(of(drawn, DOWN), 0, down);
    }

    private static void assertSpread(float[] values, double mean, double deviation) {
        double count = values.length;
        assertThat(mean(values))
                .isCloseTo(mean, Offset.offset(ERRORS * deviation / Math.sqrt(count)));
        assertThat(deviation(values))
                .isCloseTo(deviation, Offset.offset(ERRORS * deviation / Math.sqrt(2 * count)));
    }

    /** Of a normal distribution 68.27 % lie within a deviation, of a uniform one 57.7 %. */
    @ParameterizedTest
    @CsvSource({
        "GLOROT_UNIFORM, 0.5774",
        "GLOROT_NORMAL, 0.6827",
        "HE_NORMAL, 0.6827",
        "NORMAL_002, 0.6827"
    })
    void weightsHaveTheShapeTheyShould(Initialization scheme, double share) {
        float[] values = of(drawn(scheme), UP);
        double deviation = deviation(values);
        double within = 0;
        for (float value : values) {
            within += Math.abs(value) < deviation ? 1.0 / values.length : 0;
        }
        double error = Math.sqrt(share * (1 - share) / values.length);
        assertThat(within).isCloseTo(share, Offset.offset(ERRORS * error));
    }

    @Test
    void glorotsUniformWeightsAreDrawnOneAfterTheOtherAsTheyAlwaysWere() {
        RandomGenerator random = RandomStream.WEIGHTS.draw(SEED, 0);
        Map<String, float[]> drawn = drawn(Initialization.GLOROT_UNIFORM);
        for (Map.Entry<String, Double> layer :
                Map.of(DENSE, 5.0 + 6400, UP, 768.0 + 1024, DOWN, 768.0 + 512).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList()) {
            double limit = Math.sqrt(6 / layer.getValue());
            for (float value : of(drawn, layer.getKey())) {
                assertThat(value).isEqualTo((float) random.nextDouble(-limit, limit));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Initialization.class, names = "NORMAL_002", mode = Mode.EXCLUDE)
    void gainsBeginAtOneAndOffsetsAtZero(Initialization scheme) {
        Map<String, float[]> drawn = drawn(scheme);
        assertThat(drawn.get(NORM + "gamma")).containsOnly(1);
        assertOthersAreUsual(drawn);
    }

    @Test
    void theGainsOfDcganVaryAroundOne() {
        Map<String, float[]> drawn = drawn(Initialization.NORMAL_002);
        assertSpread(of(drawn, NORM + "gamma"), 1, 0.02);
        assertOthersAreUsual(drawn);
    }

    private static void assertOthersAreUsual(Map<String, float[]> drawn) {
        assertThat(drawn.get(NORM + "beta")).containsOnly(0);
        assertThat(drawn.get(NORM + "mean")).containsOnly(0);
        assertThat(drawn.get(NORM + "variance")).containsOnly(1);
        assertThat(drawn.get(LAYER_NORM + "gamma")).containsOnly(1);
        assertThat(drawn.get("0.bias")).containsOnly(0);
        assertThat(drawn.get("3.bias")).containsOnly(0);
    }

    /** Wide, tall and square: [5, 6400], [64, 48 * 16], and [32, 48 * 16] by their first sides. */
    @ParameterizedTest
    @CsvSource({"0.weight, 5", "3.weight, 64", "4.weight, 32"})
    void orthogonalRowsHaveLengthOneAndAreAtRightAngles(String name, int rows) {
        float[] values = of(drawn(Initialization.ORTHOGONAL), name);
        int length = values.length / rows;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j <= i; j++) {
                double product = 0;
                for (int k = 0; k < length; k++) {
                    product += (double) values[i * length + k] * values[j * length + k];
                }
                // Float32 keeps each value to 6e-8 of itself.
                assertThat(product)
                        .as("%d by %d", i, j)
                        .isCloseTo(i == j ? 1 : 0, Offset.offset(1e-6));
            }
        }
        assertSpread(values, 0, 1 / Math.sqrt(length));
    }

    @Test
    void columnsAreOrthogonalWhereTheyAreFewer() {
        var plan =
                Nets.ready(
                                Nets.experiment(
                                        new Shape.Image(4, 5, 2),
                                        net(
                                                new Dense(40, true, LINEAR),
                                                new Reshape(new Shape.Image(4, 5, 2))),
                                        net(
                                                new Flatten(),
                                                new Dense(7, true, LINEAR),
                                                new Dense(1, true, LINEAR))))
                        .discriminator();
        try (var network = new Network(plan)) {
            network.initialize(Initialization.ORTHOGONAL, RandomStream.WEIGHTS.draw(SEED, 0));
            float[] values = network.parameters().getFirst().parameter().value().heap();
            for (int a = 0; a < 7; a++) {
                for (int b = 0; b <= a; b++) {
                    double product = 0;
                    for (int row = 0; row < 40; row++) {
                        product += (double) values[row * 7 + a] * values[row * 7 + b];
                    }
                    assertThat(product).isCloseTo(a == b ? 1 : 0, Offset.offset(1e-6));
                }
            }
        }
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(float[] values) {
        double mean = mean(values);
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
