package org.ganatelier.engine.gan;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.network.ReferenceNetwork;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Run.Turn;
import org.ganatelier.train.dissection.LayerChange;
import org.ganatelier.train.dissection.PlayerTurn;
import org.ganatelier.train.dissection.PlayerTurn.OfDiscriminator;
import org.ganatelier.train.dissection.PlayerTurn.OfGenerator;
import org.ganatelier.train.dissection.SampleValues;
import org.ganatelier.train.dissection.Seen;
import org.ganatelier.train.dissection.StepRecording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Steps taken apart, on the real engine and real data. */
class StepRecorderTest {
    private static final int BATCH = Games.BATCH;

    /** Of the norms of an update that is computed again in float64. */
    private static final Percentage ROUNDING = Percentage.withPercentage(0.01);

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    private static Plan plan(String game) throws Exception {
        return Nets.ready(Games.experiment(game));
    }

    private static Game game(Plan plan) throws Exception {
        Dataset data = Datasets.open(plan.experiment().data());
        return new Game(plan, data);
    }

    private static StepRecording dissect(Game game, Turn turn) {
        try (var recorder = new StepRecorder(game)) {
            recorder.play(turn);
            return recorder.recording();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ganatelier.engine.gan.Games#names")
    void noBitIsAnotherWhetherSomebodyLooksOrNot(String name) throws Exception {
        Plan plan = plan(name);
        try (Game alone = game(plan);
                Game seen = game(plan)) {
            for (Turn turn : List.of(Turn.BOTH, Turn.BOTH, Turn.DISCRIMINATOR, Turn.GENERATOR)) {
                Game.Scores expected = alone.step(turn);
                try (var recorder = new StepRecorder(seen)) {
                    assertThat(recorder.play(turn)).isEqualTo(expected);
                }
                assertThat(seen.sigmas()).isEqualTo(alone.sigmas());
            }
            assertThat(seen.step(Turn.BOTH)).isEqualTo(alone.step(Turn.BOTH));
            assertThat(seen.counters()).isEqualTo(alone.counters());
            Map<String, float[]> arrays = alone.arrays();
            assertThat(seen.arrays()).containsOnlyKeys(arrays.keySet());
            seen.arrays()
                    .forEach(
                            (key, values) -> assertThat(values).as(key).isEqualTo(arrays.get(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ganatelier.engine.gan.Games#names")
    void theLossesAreThoseOfTheCurves(String name) throws Exception {
        Plan plan = plan(name);
        try (Game game = game(plan);
                var recorder = new StepRecorder(game)) {
            Game.Scores scores = recorder.play(Turn.BOTH);
            OfDiscriminator d = last(recorder.recording(), OfDiscriminator.class);
            OfGenerator g = last(recorder.recording(), OfGenerator.class);
            assertThat(d.loss()).isEqualTo(scores.discriminatorLoss());
            assertThat(g.loss()).isEqualTo(scores.generatorLoss());
            assertThat(d.real().opinion().mean()).isEqualTo(scores.dReal());
            assertThat(d.fake().opinion().mean()).isEqualTo(scores.dFake());
            assertThat(d.penalty().orElse(Double.NaN)).isEqualTo(Double.valueOf(scores.penalty()));
        }
    }

    /** Without an update, what comes after it is what was before: no look draws anything anew. */
    @ParameterizedTest
    @MethodSource("org.ganatelier.engine.gan.Games#names")
    void whereNobodyLearnsNothingChanges(String name) throws Exception {
        Experiment still = Games.experiment(name);
        for (Side side : Side.values()) {
            var none = new OptimizerSpec(1e-30, 0, 0).withKind(OptimizerSpec.Kind.SGD);
            still = still.withTraining(t -> t.withOptimizer(side, none));
        }
        Plan plan = Nets.ready(still);
        try (Game game = game(plan)) {
            game.discriminator.clip(0.01f);
            StepRecording recording = dissect(game, Turn.BOTH);
            OfDiscriminator d = first(recording, OfDiscriminator.class);
            OfGenerator g = last(recording, OfGenerator.class);
            assertThat(d.layers()).allSatisfy(layer -> assertThat(layer.moved()).isLessThan(1e-25));
            if (!name.equals("spectral")) {
                // Its power iteration goes on with each look at the data.
                assertThat(d.realAfter()).usingRecursiveComparison().isEqualTo(d.real().opinion());
                assertThat(d.fakeAfter()).usingRecursiveComparison().isEqualTo(d.fake().opinion());
            }
            assertThat(g.after().samples().values()).isEqualTo(g.made().samples().values());
            assertThat(g.after().opinion())
                    .usingRecursiveComparison()
                    .isEqualTo(g.fake().opinion());
        }
    }

    /** The whole batch is kept where it is small: the game's own D can be asked. */
    @ParameterizedTest
    @ValueSource(strings = {"batch statistics", "none", "channels"})
    void whatComesAfterIsWhatTheUpdatedNetworkSays(String name) throws Exception {
        int all = 8;
        Plan plan = Nets.ready(Games.experiment(name).withTraining(t -> t.withBatchSize(all)));
        try (Game game = game(plan)) {
            game.step(Turn.BOTH);
            StepRecording recording = dissect(game, Turn.DISCRIMINATOR);
            OfDiscriminator d = first(recording, OfDiscriminator.class);
            Network.Chain judge = game.discriminator.chain(all);
            float[] entry = judge.entry().samples();
            System.arraycopy(d.real().samples().values(), 0, entry, 0, entry.length);
            judge.entry().tell(d.real().labels(), 0);
            judge.entry().enter();
            judge.forward(
                    true,
                    () -> {
                        throw new AssertionError("Nothing is random in it");
                    });
            assertThat(d.realAfter().scores())
                    .containsExactly(judge.output().heap(), Offset.offset(1e-6f));
            assertThat(d.realAfter().scores()).isNotEqualTo(d.real().opinion().scores());
        }
    }

    @Test
    void aDiscriminatorThatLearnsTellsThemBetterApart() throws Exception {
        Plan plan = plan("none");
        try (Game game = game(plan)) {
            OfDiscriminator d = first(dissect(game, Turn.BOTH), OfDiscriminator.class);
            assertThat(gap(d.realAfter().mean(), d.fakeAfter().mean()))
                    .isGreaterThan(gap(d.real().opinion().mean(), d.fake().opinion().mean()));
        }
    }

    private static double gap(double real, double fake) {
        return real - fake;
    }

    @Test
    void aGeneratorThatLearnsIsBelievedMore() throws Exception {
        Plan plan = plan("none");
        try (Game game = game(plan)) {
            OfGenerator g = last(dissect(game, Turn.BOTH), OfGenerator.class);
            assertThat(g.after().opinion().mean()).isGreaterThan(g.fake().opinion().mean());
        }
    }

    /** A batch of noise serves both players; G's second turn has one of its own. */
    @Test
    void turnsAreToldInOrder() throws Exception {
        Plan plan = plan("two of each");
        try (Game game = game(plan)) {
            StepRecording recording = dissect(game, Turn.BOTH);
            assertThat(recording.step()).isEqualTo(1);
            assertThat(recording.turns().stream().map(StepRecorderTest::title))
                    .containsExactly("D 1/2 fresh", "D 2/2 fresh", "G 1/2", "G 2/2 fresh");
            assertThat(recording.turns().get(2).made().samples().values())
                    .isEqualTo(recording.turns().get(1).made().samples().values());
            assertThat(dissect(game, Turn.GENERATOR).turns().stream().map(StepRecorderTest::title))
                    .containsExactly("G 1/2 fresh", "G 2/2 fresh");
        }
    }

    private static String title(PlayerTurn turn) {
        return "%s %d/%d%s"
                .formatted(
                        turn.side().letter(),
                        turn.place().number(),
                        turn.place().count(),
                        turn.made().fresh() ? " fresh" : "");
    }

    /** Of five updates of D, the first and the last are kept. */
    @Test
    void ofManyUpdatesTheFirstAndTheLastAreKept() throws Exception {
        Plan plan = plan("weight clip");
        try (Game game = game(plan)) {
            assertThat(dissect(game, Turn.BOTH).turns().stream().map(StepRecorderTest::title))
                    .containsExactly("D 1/5 fresh", "D 5/5 fresh", "G 1/1");
        }
    }

    /** The update is computed again in float64 from the gradients that the recorder saw. */
    @ParameterizedTest
    @CsvSource({"ADAM, 0.001", "SGD, 0.1"})
    void theUpdateIsThatOfTheGradient(OptimizerSpec.Kind kind, double rate) throws Exception {
        Experiment experiment = Games.experiment("none");
        for (Side side : Side.values()) {
            var spec = new OptimizerSpec(rate, 0.5, 0.999).withKind(kind);
            experiment = experiment.withTraining(t -> t.withOptimizer(side, spec));
        }
        Plan plan = Nets.ready(experiment);
        try (Game game = game(plan)) {
            var gradients = new LinkedHashMap<Integer, List<float[]>>();
            game.watch(gradientsOf(game.generator, gradients));
            OfGenerator g = last(dissect(game, Turn.BOTH), OfGenerator.class);
            assertThat(g.layers()).hasSameSizeAs(gradients.keySet());
            for (LayerChange layer : g.layers()) {
                double squares = 0;
                double moved = 0;
                for (float[] all : gradients.getOrDefault(layer.layer(), List.of())) {
                    for (double value : all) {
                        squares += value * value;
                        moved += Math.pow(rate * direction(kind, value), 2);
                    }
                }
                assertThat(layer.gradient()).isCloseTo(Math.sqrt(squares), ROUNDING);
                assertThat(layer.moved()).isCloseTo(Math.sqrt(moved), ROUNDING);
                assertThat(layer.weights()).isPositive();
            }
        }
    }

    /** What the rate is multiplied by in a first update. */
    private static double direction(OptimizerSpec.Kind kind, double gradient) {
        return switch (kind) {
            case ADAM -> gradient / (Math.abs(gradient) + OptimizerSpec.EPSILON);
            case SGD -> gradient;
            case ADAMW, RMSPROP -> throw new IllegalArgumentException("Not one that is tested");
        };
    }

    private static StepWatcher gradientsOf(Network network, Map<Integer, List<float[]>> gradients) {
        return new StepWatcher() {
            @Override
            public void aboutToUpdate(Side side) {
                if (side == Side.GENERATOR) {
                    for (Network.Named named : network.parameters()) {
                        Parameter parameter = named.parameter();
                        if (parameter.trained()) {
                            int layer =
                                    Integer.parseInt(
                                            named.name().substring(0, named.name().indexOf('.')));
                            gradients
                                    .computeIfAbsent(layer, _ -> new ArrayList<>())
                                    .add(parameter.gradient().heap().clone());
                        }
                    }
                }
            }
        };
    }

    /** G's loss by a pixel, as a central difference of a float64 D. */
    @Test
    void theHeatOfAPixelIsTheSlopeOfTheLoss() throws Exception {
        Plan plan = plan("none");
        try (Game game = game(plan)) {
            game.step(Turn.BOTH);
            OfGenerator g = last(dissect(game, Turn.BOTH), OfGenerator.class);
            var reference = new ReferenceNetwork(plan.discriminator());
            Map<String, double[]> weights = weights(game.discriminator);
            Seen fake = g.fake();
            double most = g.pull().gradients().most();
            double h = 1e-5;
            for (int pixel : new int[] {0, 200, 406, 407, 500, 783}) {
                double up = loss(reference, weights, fake.samples(), pixel, h);
                double down = loss(reference, weights, fake.samples(), pixel, -h);
                assertThat((double) g.pull().gradients().of(3)[pixel])
                        .isCloseTo((up - down) / (2 * h), Offset.offset(1e-3 * most));
            }
            assertThat(most).isPositive();
        }
    }

    /** The part of the mean over the batch that is of sample 3. */
    private static double loss(
            ReferenceNetwork judge,
            Map<String, double[]> weights,
            SampleValues samples,
            int pixel,
            double step) {
        float[] values = samples.of(3);
        var input = new double[values.length];
        for (int i = 0; i < input.length; i++) {
            input[i] = values[i] + (i == pixel ? step : 0);
        }
        double score = judge.forward(weights, input, 1)[0];
        return Math.log1p(Math.exp(-score)) / BATCH;
    }

    private static Map<String, double[]> weights(Network network) {
        var weights = new HashMap<String, double[]>();
        for (Network.Named named : network.parameters()) {
            float[] values = named.parameter().value().heap();
            var exact = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                exact[i] = values[i];
            }
            weights.put(named.name(), exact);
        }
        return weights;
    }

    private static <T extends PlayerTurn> T first(StepRecording recording, Class<T> kind) {
        return recording.turns().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private static <T extends PlayerTurn> T last(StepRecording recording, Class<T> kind) {
        return recording.turns().reversed().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
