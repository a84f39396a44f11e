package org.ganatelier.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.engine.gan.Game;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.Network;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Run.Turn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every layer against DL4J's own on the same weights, and whole steps of both engines. Not
 * compared: layer normalization, which DL4J has only inside other layers, and layers that draw
 * random numbers, of which only the distribution is defined.
 */
class StockComparisonTest {
    private static final Activation LINEAR = new Activation.Linear();
    private static final OptimizerSpec ADAM = new OptimizerSpec(1e-3, 0.5, 0.999);

    /**
     * Of an array's largest value: both sides round to float32 (6e-8) in sums of up to some hundred
     * terms.
     */
    private static final double TOLERANCE = 1e-4;

    /**
     * Of the way gone in all. Adam's first update is of one size whatever the gradient's: where
     * that is all rounding, its sign may be another, and two weights in a million turned round put
     * a whole array apart by twice the root of that.
     */
    private static final double MOVED_ALIKE = 3e-3;

    private static final int[] BATCHES = {1, 2, 7};
    private static final int[] LARGE_TOO = {1, 2, 7, 64};

    /** DL4J takes most of its time for large batches: one in so many cases has one. */
    private static final int LARGE_IN = 4;

    private final Random random = new Random(11);

    /** A stack for one kind of input. */
    record Case(NetworkSpec net, Shape.Image input) {
        static Case of(Shape.Image input, LayerSpec... layers) {
            return new Case(NetworkSpec.of(layers), input);
        }

        @Override
        public String toString() {
            return net.layers() + " on " + input;
        }
    }

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    private static <T> Stream<T> windows(Window<T> window, int mostKernel) {
        return IntStream.rangeClosed(1, mostKernel)
                .boxed()
                .flatMap(
                        kernel ->
                                IntStream.rangeClosed(1, 3)
                                        .boxed()
                                        .flatMap(
                                                stride ->
                                                        paddings(kernel)
                                                                .flatMap(
                                                                        padding ->
                                                                                window.examples(
                                                                                        kernel,
                                                                                        stride,
                                                                                        padding))));
    }

    private static Stream<Padding> paddings(int kernel) {
        Stream<Padding> named = Stream.of(Padding.SAME, Padding.VALID);
        return Stream.concat(named, IntStream.range(1, kernel).mapToObj(Padding.Explicit::new));
    }

    /** Examples with one window. */
    interface Window<T> {
        Stream<T> examples(int kernel, int stride, Padding padding);
    }

    static Stream<Case> convolutions() {
        var grey = new Shape.Image(7, 10, 1);
        var deep = new Shape.Image(9, 6, 3);
        return windows(
                (kernel, stride, padding) ->
                        Stream.of(
                                Case.of(grey, new Conv2D(4, kernel, stride, padding, true, LINEAR)),
                                Case.of(
                                        deep,
                                        new Conv2D(2, kernel, stride, padding, false, LINEAR))),
                5);
    }

    static Stream<Case> transposedConvolutions() {
        var small = new Shape.Image(3, 4, 3);
        return windows(
                        (kernel, stride, padding) ->
                                Stream.of(
                                        new Conv2DTranspose(
                                                2, kernel, stride, padding, true, LINEAR),
                                        new Conv2DTranspose(
                                                1, kernel, stride, padding, false, LINEAR)),
                        5)
                // Where a kernel leaves gaps of two pixels, DL4J centres it in its stride, and
                // Keras, whose definition is ours, puts it first.
                .filter(layer -> layer.kernel() > layer.stride() - 2)
                .filter(layer -> leavesSomething(layer, Math.min(small.height(), small.width())))
                .map(layer -> Case.of(small, layer));
    }

    private static boolean leavesSomething(Conv2DTranspose layer, int side) {
        return !(layer.padding() instanceof Padding.Explicit(int pixels))
                || (side - 1) * layer.stride() + layer.kernel() > 2 * pixels;
    }

    static Stream<Case> pools() {
        var image = new Shape.Image(7, 8, 3);
        return windows(
                (pool, stride, padding) ->
                        Stream.of(
                                Case.of(image, new MaxPool(pool, stride, padding)),
                                Case.of(image, new AveragePool(pool, stride, padding))),
                4);
    }

    static Stream<Case> otherLayers() {
        var image = new Shape.Image(5, 4, 3);
        // Not GELU: DL4J's are approximations, off by up to 0.03.
        Stream<Case> activations =
                Stream.of(
                                new Activation.ReLU(),
                                new Activation.LeakyReLU(0.2),
                                new Activation.ELU(),
                                new Activation.Tanh(),
                                new Activation.Sigmoid(),
                                new Activation.Softplus(),
                                new Activation.Swish())
                        .flatMap(
                                a ->
                                        Stream.of(
                                                Case.of(image, new Activate(a)),
                                                Case.of(
                                                        image,
                                                        new Conv2D(
                                                                3, 3, 1, Padding.SAME, true, a))));
        Stream<Case> others =
                Stream.of(
                        Case.of(image, new Flatten(), new Dense(1, true, LINEAR)),
                        Case.of(
                                image,
                                new Flatten(),
                                new Dense(17, false, new Activation.LeakyReLU(0.2)),
                                new Dense(30, true, new Activation.Tanh()),
                                new Reshape(new Shape.Image(2, 5, 3)),
                                new Conv2D(2, 3, 1, Padding.SAME, true, LINEAR)),
                        Case.of(image, new UpSampling2D(1)),
                        Case.of(image, new UpSampling2D(2)),
                        Case.of(image, new UpSampling2D(3)),
                        Case.of(image, new GlobalAveragePool()));
        return Stream.concat(activations, others);
    }

    static Stream<Case> normalizations() {
        return Stream.of(LINEAR, new Activation.ReLU(), new Activation.LeakyReLU(0.3))
                .flatMap(
                        a ->
                                Stream.of(
                                        Case.of(
                                                new Shape.Image(5, 7, 3),
                                                new BatchNorm(0.9, 1e-5, a)),
                                        Case.of(
                                                new Shape.Image(3, 2, 1),
                                                new BatchNorm(0.99, 1e-3, a)),
                                        Case.of(
                                                new Shape.Image(2, 3, 2),
                                                new Flatten(),
                                                new BatchNorm(0.5, 1e-3, a))));
    }

    @ParameterizedTest
    @MethodSource({"convolutions", "transposedConvolutions", "pools", "otherLayers"})
    void aLayerGivesWhatDl4jsOwnGives(Case example) {
        boolean large = Math.floorMod(example.toString().hashCode(), LARGE_IN) == 0;
        compare(example, large ? LARGE_TOO : BATCHES);
    }

    /**
     * Not with batches of 1 and 2: of one or two values per channel, the normalized ones do not
     * depend on the input but for epsilon, and the input's gradient is nothing but rounding.
     */
    @ParameterizedTest
    @MethodSource("normalizations")
    void aNormalizationGivesWhatDl4jsOwnGives(Case example) {
        compare(example, 7, 64);
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void runningStatisticsFollowAsDl4jsOwn(Case example) {
        NetworkPlan plan = plan(example);
        try (var ours = new Network(plan);
                var stock = new StockNetwork(plan, ADAM)) {
            randomize(ours);
            stock.copyFrom(ours);
            Network.Chain chain = ours.chain(7);
            for (int i = 0; i < 3; i++) {
                float[] input = fill(chain.input().heapToWrite());
                chain.forward(true, StockComparisonTest::noDraws);
                chain.keepStatistics();
                stock.forward(input, 7);
                stock.backward(new float[chain.output().size()]);
                stock.update(7);
            }
            for (Network.Named named : ours.parameters()) {
                if (!named.parameter().trained()) {
                    assertClose(
                            named.name(),
                            named.parameter().value().heap(),
                            stock.values(named.name()));
                }
            }
        }
    }

    /**
     * The mlp has no normalization, dcgan has one in each player; the tutorial's dropout draws
     * other masks on each side.
     */
    @ParameterizedTest
    @ValueSource(strings = {"mlp", "dcgan"})
    void aStepMovesTheWeightsWhereDl4jsOwnNetworksMoveThem(String preset) throws Exception {
        Plan plan = Nets.ready(Presets.load(preset).withTraining(t -> t.withBatchSize(4)));
        Dataset digits = Datasets.open(plan.experiment().data());
        try (var ours = new Game(plan, digits);
                var stock = new StockGame(plan, digits, ours)) {
            Map<String, float[]> start = trained(ours);
            for (int i = 0; i < 3; i++) {
                ours.step(Turn.BOTH);
                stock.step();
            }
            trained(ours)
                    .forEach(
                            (name, values) ->
                                    assertMovedAlike(
                                            name,
                                            Objects.requireNonNull(start.get(name)),
                                            values,
                                            trained(stock, name)));
        }
    }

    private static Map<String, float[]> trained(Game game) {
        var values = new HashMap<String, float[]>();
        trained(game.generator.parameters())
                .forEach(n -> values.put("G" + n.name(), n.parameter().value().heap().clone()));
        trained(game.discriminator.parameters())
                .forEach(n -> values.put("D" + n.name(), n.parameter().value().heap().clone()));
        return values;
    }

    private static float[] trained(StockGame game, String name) {
        StockNetwork network = name.startsWith("G") ? game.generator : game.discriminator;
        return network.values(name.substring(1));
    }

    private static void assertMovedAlike(
            String name, float[] start, float[] actual, float[] expected) {
        double moved = 0;
        double apart = 0;
        for (int i = 0; i < start.length; i++) {
            moved += square((double) expected[i] - start[i]);
            apart += square((double) actual[i] - expected[i]);
        }
        assertThat(Math.sqrt(moved)).as(name).isPositive();
        assertThat(Math.sqrt(apart / moved)).as(name).isLessThan(MOVED_ALIKE);
    }

    private static double square(double value) {
        return value * value;
    }

    private void compare(Case example, int... batches) {
        NetworkPlan plan = plan(example);
        try (var ours = new Network(plan);
                var stock = new StockNetwork(plan, ADAM)) {
            randomize(ours);
            stock.copyFrom(ours);
            for (int batch : batches) {
                compare(ours.chain(batch), ours.parameters(), stock, batch);
            }
        }
    }

    private void compare(
            Network.Chain chain, List<Network.Named> parameters, StockNetwork stock, int batch) {
        float[] input = fill(chain.input().heapToWrite());
        chain.forward(true, StockComparisonTest::noDraws);
        assertClose("output of " + batch, chain.output().heap(), stock.forward(input, batch));

        float[] gradient = fill(new float[chain.output().size()]);
        float[] inputGradient = stock.backward(gradient);
        // Each of the three is computed in another way.
        for (boolean[] wanted : new boolean[][] {{true, true}, {true, false}, {false, true}}) {
            chain.forward(true, StockComparisonTest::noDraws);
            System.arraycopy(gradient, 0, chain.outputGradient().heapToWrite(), 0, gradient.length);
            chain.backward(wanted[0], wanted[1]);
            if (wanted[1]) {
                assertClose("dL/dx of " + batch, chain.inputGradient().heap(), inputGradient);
            }
            if (wanted[0]) {
                for (Network.Named named : trained(parameters)) {
                    assertClose(
                            "dL/d " + named.name() + " of " + batch,
                            named.parameter().gradient().heap(),
                            stock.gradient(named.name()));
                }
            }
        }
    }

    private static List<Network.Named> trained(List<Network.Named> parameters) {
        return parameters.stream().filter(named -> named.parameter().trained()).toList();
    }

    private static void assertClose(String name, float[] actual, float[] expected) {
        assertThat(actual).as(name).hasSameSizeAs(expected);
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            // A value that is no number fails, whatever it is compared with.
            difference = Math.max(difference, Math.abs((double) actual[i] - expected[i]));
        }
        assertThat(difference).as(name).isLessThanOrEqualTo(largest * TOLERANCE);
    }

    /** A stack alone makes no discriminator, but its shapes are known all the same. */
    private static NetworkPlan plan(Case example) {
        Experiment experiment = Nets.experiment(example.input(), NetworkSpec.of(), example.net());
        return switch (Planner.check(experiment)) {
            case Outcome.Ready(Plan plan, _) -> plan.discriminator();
            case Outcome.Rejected rejected -> rejected.plan().discriminator();
        };
    }

    /** Biases, gains and statistics too get values at which a mistake would show. */
    private void randomize(Network network) {
        network.initialize(Initialization.GLOROT_UNIFORM, random);
        for (Network.Named named : network.parameters()) {
            named.parameter().value().heap();
            float[] values = named.parameter().value().heapToWrite();
            for (int i = 0; i < values.length; i++) {
                values[i] += 0.2f * random.nextFloat();
            }
        }
    }

    private float[] fill(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static RandomGenerator noDraws() {
        throw new AssertionError("These layers draw nothing");
    }
}
