package org.ganatelier.engine.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.network.ReferenceNetwork;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.Initialization;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.BenchNets;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.DropoutMasks;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.Run.Turn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rules of the game, on the real engine and real digits. */
class GameTest {
    /**
     * With batch statistics, without, and with dropout: each takes its own way through a step; and
     * the first two with spectral normalization, and with labels.
     */
    private static final String[] PRESETS = {
        "classroom",
        "mlp",
        "tutorial",
        "classroom, spectral",
        "mlp, spectral",
        "classroom, channels",
        "classroom, projection",
        "mlp, channels",
        "mlp, projection"
    };

    private static final int SMALL_BATCH = 8;

    /** Both sums are of the same float32 values, in float64. */
    private static final double TINY = 1e-9;

    private static Dataset digits;

    @BeforeAll
    static void loadEngine() throws Exception {
        Natives.load(1);
        digits = Datasets.open(Presets.load("digits-plain").data());
    }

    static String[] presets() {
        return PRESETS.clone();
    }

    /** A net to measure, which is small, or a preset. */
    private static Experiment load(String name) throws ProjectException {
        return BenchNets.names().contains(name) ? BenchNets.load(name) : Presets.load(name);
    }

    private static Game game(String preset) {
        return new Game(plan(preset), digits);
    }

    private static Plan plan(String preset) {
        try {
            String[] words = preset.split(", ", 2);
            Experiment experiment = load(words[0]).withTraining(t -> t.withBatchSize(SMALL_BATCH));
            for (Side side : Side.values()) {
                if (words.length > 1 && words[1].equals("spectral")) {
                    experiment =
                            experiment.withNetwork(
                                    side,
                                    network ->
                                            Nets.spectral(network)
                                                    .withInitialization(Initialization.ORTHOGONAL));
                }
            }
            if (preset.endsWith("channels")) {
                experiment = experiment.withConditioning(Conditioning.CHANNELS);
            }
            if (preset.endsWith("projection")) {
                experiment = experiment.withConditioning(Conditioning.PROJECTION);
            }
            return Nets.ready(experiment);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** Both ways through D's turn: its batches apart (digits, with batch statistics) or as one. */
    @ParameterizedTest
    @CsvSource({
        "'digits, spectral', discriminator.0.u, 2",
        "'mlp, spectral', discriminator.1.u, 1",
        "'digits, spectral', generator.0.u, 0"
    })
    void aDiscriminatorStepIteratesOnceForEachOfItsTrainingPasses(
            String preset, String name, int iterations) {
        try (Game game = game(preset)) {
            game.step(Turn.BOTH);
            float[] u = Objects.requireNonNull(game.arrays().get(name)).clone();
            String layer = name.substring(name.indexOf('.') + 1, name.length() - 1);
            Network network = name.startsWith("g") ? game.generator : game.discriminator;
            var weights = new HashMap<String, double[]>();
            weights.put(layer + "weight", exact(parameter(network, layer + "weight")));
            weights.put(layer + "u", exact(u));
            var reference = new ReferenceNetwork(plan(preset).network(side(name)));
            double[] expected = exact(u);
            for (int i = 0; i < iterations; i++) {
                reference.holdSingularVectors(weights);
                expected = Objects.requireNonNull(weights.get(layer + "left"));
                weights.put(layer + "u", expected);
            }

            game.step(Turn.DISCRIMINATOR);

            assertThat(exact(Objects.requireNonNull(game.arrays().get(name))))
                    .containsExactly(expected, Offset.offset(1e-5));
        }
    }

    private static Side side(String name) {
        return name.startsWith("g") ? Side.GENERATOR : Side.DISCRIMINATOR;
    }

    private static float[] parameter(Network network, String name) {
        return network.parameters().stream()
                .filter(named -> named.name().equals(name))
                .findFirst()
                .orElseThrow()
                .parameter()
                .value()
                .heap();
    }

    private static double[] exact(float[] values) {
        var exact = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            exact[i] = values[i];
        }
        return exact;
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aGeneratorStepLeavesTheDiscriminatorUntouched(String preset) {
        try (Game game = game(preset)) {
            game.step(Turn.BOTH);
            Map<String, float[]> before = copy(game);
            game.step(Turn.GENERATOR);
            assertThat(changed(before, game, "discriminator.")).isZero();
            assertThat(changed(before, game, "generator.")).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aDiscriminatorStepLeavesTheGeneratorUntouched(String preset) {
        try (Game game = game(preset)) {
            game.step(Turn.BOTH);
            Map<String, float[]> before = copy(game);
            game.step(Turn.DISCRIMINATOR);
            assertThat(changed(before, game, "generator.")).isZero();
            assertThat(changed(before, game, "discriminator.")).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theSameSeedGivesTheSameBits(String preset) {
        try (Game one = game(preset);
                Game other = game(preset)) {
            steps(one, 5);
            steps(other, 5);
            assertThat(changed(copy(one), other, "")).isZero();
        }
    }

    @Test
    void anotherSeedGivesOtherWeights() {
        Plan plan = plan("mlp");
        try (Game one = new Game(plan, digits);
                Game other = new Game(Nets.ready(plan.experiment().withSeed(2)), digits)) {
            assertThat(changed(copy(one), other, "generator.0.weight")).isPositive();
            assertThat(changed(copy(one), other, "discriminator.1.weight")).isPositive();
        }
    }

    /** Else a run from before would go on with others than it would have then. */
    @ParameterizedTest
    @EnumSource
    void aSavedStateGoesOnWithTheDropoutThatItBeganWith(DropoutMasks masks) {
        try (Game whole = game("tutorial");
                Game resumed = game("tutorial")) {
            whole.drawMasks(masks);
            steps(whole, 1);
            resumed.restore(copy(whole), whole.counters());
            steps(whole, 1);
            steps(resumed, 1);
            assertThat(changed(copy(whole), resumed, "")).isZero();
            assertThat(resumed.counters()).isEqualTo(whole.counters());
        }
    }

    @Test
    void aStateThatSaysNothingOfItsDropoutDrawsOneNumberAfterTheOther() {
        try (Game game = game("tutorial")) {
            var counters = new HashMap<>(game.counters());
            counters.remove("dropout.masks");
            game.restore(copy(game), counters);
            assertThat(game.counters()).containsEntry("dropout.masks", 1L);
        }
    }

    @Test
    void aStateWhoseDropoutOnlyALaterProgramKnowsIsRefused() {
        try (Game game = game("tutorial")) {
            var counters = new HashMap<>(game.counters());
            counters.put("dropout.masks", 3L);
            assertThatThrownBy(() -> game.restore(copy(game), counters))
                    .isInstanceOf(EngineException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void goingOnFromASavedStateGivesTheBitsOfARunThatWasNotInterrupted(String preset) {
        try (Game whole = game(preset);
                Game interrupted = game(preset);
                Game resumed = game(preset)) {
            steps(whole, 6);
            steps(interrupted, 3);
            resumed.restore(copy(interrupted), interrupted.counters());
            steps(resumed, 3);
            assertThat(changed(copy(whole), resumed, "")).isZero();
            assertThat(resumed.counters()).isEqualTo(whole.counters());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classroom",
                "mlp",
                "mlp, spectral",
                "mlp, channels",
                "classroom, projection"
            })
    void theDiscriminatorLearnsThatRealIsHighAndGeneratedIsLow(String preset) {
        try (Game game = game(preset)) {
            Game.Scores after = game.step(Turn.DISCRIMINATOR);
            double before = after.discriminatorLoss();
            for (int i = 0; i < 40; i++) {
                after = game.step(Turn.DISCRIMINATOR);
            }
            assertThat(after.dReal()).isGreaterThan(0.8);
            assertThat(after.dFake()).isLessThan(0.2);
            assertThat(after.discriminatorLoss()).isLessThan(before / 2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classroom",
                "mlp",
                "mlp, spectral",
                "mlp, channels",
                "classroom, projection"
            })
    void theGeneratorLearnsToBeBelieved(String preset) {
        try (Game game = game(preset)) {
            for (int i = 0; i < 5; i++) {
                game.step(Turn.DISCRIMINATOR);
            }
            double before = game.step(Turn.GENERATOR).dFake();
            Game.Scores after = game.step(Turn.GENERATOR);
            for (int i = 0; i < 40; i++) {
                after = game.step(Turn.GENERATOR);
            }
            assertThat(after.dFake()).isGreaterThan(before + 0.3);
        }
    }

    @Test
    void everyDiscriminatorUpdateOfAStepSeesFreshImages() {
        Plan plan = plan("classroom");
        Experiment twice = plan.experiment().withTraining(t -> t.withTurns(2, 1));
        try (Game game = new Game(Nets.ready(twice), digits)) {
            game.step(Turn.BOTH);
            assertThat(game.counters())
                    .containsEntry("noise", 2L)
                    .containsEntry("images", 2L * SMALL_BATCH);
            assertThat(game.discriminatorOptimizer.updates()).isEqualTo(2);
            assertThat(game.generatorOptimizer.updates()).isEqualTo(1);
        }
    }

    @Test
    void aLossThatIsNoNumberEndsTheStepBeforeTheWeightsAreTouched() {
        try (Game game = game("mlp")) {
            game.discriminator.trained().forEach(p -> Arrays.fill(p.value().heapToWrite(), 1e20f));
            Map<String, float[]> before = copy(game);
            assertThatThrownBy(() -> steps(game, 1)).isInstanceOf(DivergedException.class);
            assertThat(changed(before, game, "")).isZero();
        }
    }

    private static void steps(Game game, int count) {
        for (int i = 0; i < count; i++) {
            game.step(Turn.BOTH);
        }
    }

    private static Map<String, float[]> copy(Game game) {
        var copy = new HashMap<String, float[]>();
        game.arrays().forEach((name, values) -> copy.put(name, values.clone()));
        return copy;
    }

    /** How many arrays whose names begin with {@code prefix} differ in a single bit. */
    private static long changed(Map<String, float[]> before, Game game, String prefix) {
        assertThat(game.arrays()).containsOnlyKeys(before.keySet());
        return game.arrays().entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .filter(e -> !Arrays.equals(e.getValue(), before.get(e.getKey())))
                .count();
    }

    /** Some steps measure; an update leaves the gradients that it followed where they were. */
    @Test
    void theLengthOfAllGradientsIsMeasuredInSomeSteps() {
        try (Game game = game("classroom")) {
            Game.Scores first = game.step(Turn.BOTH);
            assertThat(first.generatorGradient())
                    .isCloseTo(length(game.generator), Offset.offset(TINY));
            assertThat(first.discriminatorGradient())
                    .isCloseTo(length(game.discriminator), Offset.offset(TINY));
            for (int step = 1; step < Game.NORM_INTERVAL; step++) {
                assertThat(game.step(Turn.BOTH).generatorGradient()).isNaN();
            }
            assertThat(game.step(Turn.GENERATOR))
                    .satisfies(scores -> assertThat(scores.generatorGradient()).isPositive())
                    .satisfies(scores -> assertThat(scores.discriminatorGradient()).isNaN());
        }
    }

    private static double length(Network network) {
        double squares = 0;
        for (Parameter parameter : network.trained()) {
            for (float value : parameter.gradient().heap()) {
                squares += (double) value * value;
            }
        }
        return Math.sqrt(squares);
    }

    /** With batch statistics D looks at real and generated images apart, without them at both. */
    @ParameterizedTest
    @CsvSource({
        "classroom, made; DISCRIMINATOR REAL; DISCRIMINATOR GENERATED; about DISCRIMINATOR;"
                + " updated DISCRIMINATOR; GENERATOR GENERATED; about GENERATOR; updated GENERATOR",
        "mlp, made; DISCRIMINATOR BOTH; about DISCRIMINATOR;"
                + " updated DISCRIMINATOR; GENERATOR GENERATED; about GENERATOR; updated GENERATOR"
    })
    void aWatcherIsToldEachPartOfAStepInOrder(String preset, String parts) {
        var told = new ArrayList<String>();
        try (Game game = game(preset)) {
            game.watch(telling(told));
            game.step(Turn.BOTH);
            game.watch(StepWatcher.NONE);
            game.step(Turn.BOTH);
        }
        assertThat(told).containsExactly(parts.split("; ?"));
    }

    private static StepWatcher telling(List<String> told) {
        return new StepWatcher() {
            @Override
            public void made(Network.Chain maker) {
                told.add("made");
            }

            @Override
            public void judged(Side turn, Sight sight, Network.Chain judge) {
                told.add(turn + " " + sight);
            }

            @Override
            public void aboutToUpdate(Side side) {
                told.add("about " + side);
            }

            @Override
            public void updated(Side side) {
                told.add("updated " + side);
            }
        };
    }
}
