package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.engine.gan.Game;
import org.ganatelier.engine.gan.StepWatcher;
import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.Network;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.BenchNets;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Inspection;
import org.ganatelier.train.LayerFigures;
import org.ganatelier.train.Run;
import org.ganatelier.train.Run.Turn;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.Spread;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is measured inside the networks during real steps. Time-outs only end what hangs. */
@Timeout(120)
class InspectorTest {
    private static final int STEPS = 4;

    /** Sums in float64 of the same float32 numbers, in another order. */
    private static final double ORDER = 1e-9;

    private static Dataset digits;

    @BeforeAll
    static void loadEngine() throws Exception {
        Natives.load(1);
        digits = Datasets.open(Presets.load("digits").data());
    }

    private static Plan plan(String name) throws Exception {
        Experiment experiment =
                BenchNets.names().contains(name) ? BenchNets.load(name) : Presets.load(name);
        return Nets.ready(experiment.withTraining(t -> t.withBatchSize(8)));
    }

    private static Map<String, float[]> copies(Game game) {
        var copies = new LinkedHashMap<String, float[]>();
        game.arrays().forEach((name, values) -> copies.put(name, values.clone()));
        return copies;
    }

    /** With batch statistics, without, and with dropout. */
    @ParameterizedTest
    @ValueSource(strings = {"classroom", "mlp", "tutorial"})
    void stepsAreTheSameBitForBitWhetherSomebodyLooksOrNot(String name) throws Exception {
        Plan plan = plan(name);
        try (var watched = new Game(plan, digits);
                var alone = new Game(plan, digits)) {
            for (int i = 0; i < STEPS; i++) {
                var inspector = new Inspector(watched, plan);
                watched.watch(inspector);
                assertThat(watched.step(Turn.BOTH)).isEqualTo(alone.step(Turn.BOTH));
                assertThat(inspector.inspection(i + 1).layers()).isNotEmpty();
            }
            Map<String, float[]> expected = alone.arrays();
            assertThat(watched.arrays())
                    .allSatisfy(
                            (array, values) -> assertThat(values).isEqualTo(expected.get(array)));
        }
    }

    @Test
    void normsAreThoseOfWhatTheStepChanged() throws Exception {
        Plan plan = plan("mlp");
        try (var game = new Game(plan, digits)) {
            Map<String, float[]> before = copies(game);
            Inspection found = inspect(game, plan, Turn.BOTH);
            Map<String, float[]> after = game.arrays();
            for (Side side : Side.values()) {
                for (int i = 0; i < plan.network(side).layers().size(); i++) {
                    String name = side.name().toLowerCase(Locale.ROOT) + "." + i + ".weight";
                    float[] was = before.get(name);
                    Optional<LayerFigures.Trained> trained =
                            found.of(side, i).orElseThrow().trained();
                    assertThat(trained.isPresent()).isEqualTo(was != null);
                    if (was != null) {
                        LayerFigures.Trained figures = trained.orElseThrow();
                        double weights = length(was);
                        double update = length(difference(array(after, name), was));
                        assertThat(figures.weights().norm()).isCloseTo(weights, close(weights));
                        assertThat(figures.update().norm()).isCloseTo(update, close(update));
                        assertThat(figures.ratio()).isCloseTo(update / weights, within(1e-6));
                    }
                }
            }
        }
    }

    @Test
    void gradientsAreThoseThatComeToTheOptimizer() throws Exception {
        Plan plan = plan("mlp");
        try (var game = new Game(plan, digits)) {
            var inspector = new Inspector(game, plan);
            var lengths = new ArrayList<Double>();
            game.watch(
                    new StepWatcher() {
                        @Override
                        public void aboutToUpdate(Side side) {
                            inspector.aboutToUpdate(side);
                            lengths.add(length(kernel(game.discriminator, 1).gradient().heap()));
                        }

                        @Override
                        public void updated(Side side) {
                            inspector.updated(side);
                        }

                        @Override
                        public void judged(Side turn, Sight sight, Network.Chain judge) {
                            inspector.judged(turn, sight, judge);
                        }
                    });
            game.step(Turn.DISCRIMINATOR);
            Spread gradients =
                    inspector
                            .inspection(1)
                            .of(Side.DISCRIMINATOR, 1)
                            .flatMap(LayerFigures::trained)
                            .orElseThrow()
                            .gradients();
            assertThat(lengths.getFirst()).isPositive();
            assertThat(gradients.norm()).isCloseTo(lengths.getFirst(), close(lengths.getFirst()));
        }
    }

    /** Without weights and with a bias below 0, no rectifier lets anything through. */
    @Test
    void unitsThatAreNeverActiveAreCounted() throws Exception {
        Plan plan = plan("mlp");
        int layer = firstThatCanRest(plan);
        try (var game = new Game(plan, digits)) {
            double usual =
                    inspect(game, plan, Turn.BOTH)
                            .of(Side.DISCRIMINATOR, layer)
                            .orElseThrow()
                            .resting();
            assertThat(usual).isLessThan(0.5);
            float[] weights = array(game.arrays(), "discriminator." + layer + ".weight");
            int units = array(game.arrays(), "discriminator." + layer + ".bias").length;
            float[] bias = array(game.arrays(), "discriminator." + layer + ".bias").clone();
            var still = new float[weights.length];
            Arrays.fill(bias, -1);
            bias[3] = 1;
            var arrays = new LinkedHashMap<>(copies(game));
            arrays.put("discriminator." + layer + ".weight", still);
            arrays.put("discriminator." + layer + ".bias", bias);
            game.restore(arrays, game.counters());
            double resting =
                    inspect(game, plan, Turn.BOTH)
                            .of(Side.DISCRIMINATOR, layer)
                            .orElseThrow()
                            .resting();
            assertThat(resting).isEqualTo((units - 1.0) / units);
        }
    }

    @Test
    void aPlayerWithoutATurnHasNoGradients() throws Exception {
        Plan plan = plan("mlp");
        try (var game = new Game(plan, digits)) {
            Inspection found = inspect(game, plan, Turn.GENERATOR);
            assertThat(found.of(Side.DISCRIMINATOR, 0)).isEmpty();
            assertThat(found.of(Side.GENERATOR, 0).flatMap(LayerFigures::trained)).isPresent();
        }
    }

    @Test
    void aRunTellsWhoLooksAndNobodyElse() throws Exception {
        var told = new CopyOnWriteArrayList<Inspection>();
        Run run =
                new EngineTrainer()
                        .start(
                                plan("mlp"),
                                digits,
                                Optional.empty(),
                                RunOptions.live().startingPaused(),
                                _ -> {});
        try {
            run.step(Turn.BOTH);
            run.checkpoint().get();
            assertThat(told).isEmpty();
            run.inspect(Optional.of(told::add));
            run.step(Turn.BOTH);
            run.checkpoint().get();
            assertThat(told).singleElement().returns(2L, Inspection::step);
            run.inspect(Optional.empty());
            run.step(Turn.BOTH);
            run.checkpoint().get();
            assertThat(told).hasSize(1);
        } finally {
            run.close();
        }
    }

    private static Inspection inspect(Game game, Plan plan, Turn turn) {
        var inspector = new Inspector(game, plan);
        game.watch(inspector);
        game.step(turn);
        game.watch(StepWatcher.NONE);
        return inspector.inspection(1);
    }

    private static int firstThatCanRest(Plan plan) {
        List<LayerPlan> layers = plan.discriminator().layers();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).canRest() && !layers.get(i).parameters().isEmpty()) {
                return i;
            }
        }
        throw new AssertionError("No layer has a rectifier");
    }

    private static Parameter kernel(Network network, int place) {
        return network.kernels(place).getFirst();
    }

    private static float[] difference(float[] now, float[] before) {
        var result = new float[now.length];
        for (int i = 0; i < now.length; i++) {
            result[i] = now[i] - before[i];
        }
        return result;
    }

    private static float[] array(Map<String, float[]> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    private static double length(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    private static Offset<Double> close(double value) {
        return within(ORDER * Math.max(1, value));
    }
}
