package org.ganatelier.engine.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.Network;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.InstanceNoise;
import org.ganatelier.experiment.objective.LeastSquares;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.Relativistic;
import org.ganatelier.experiment.objective.Wasserstein;
import org.ganatelier.experiment.objective.WassersteinGp;
import org.ganatelier.experiment.objective.ZeroCentredPenalty;
import org.ganatelier.project.Presets;
import org.ganatelier.train.Run.Turn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What may be added to the plain game, on the real engine and real digits. */
class CraftTest {
    private static final int SMALL_BATCH = 8;

    /**
     * A penalty's gradient is the sum of the two ends of a difference, each some hundred times as
     * long, in float32: measured, 1e-5 of it.
     */
    private static final double ROUNDING = 1e-4;

    private static Dataset digits;

    @BeforeAll
    static void loadEngine() throws Exception {
        Natives.load(1);
        digits = Datasets.open(Presets.load("digits-plain").data());
    }

    private static Experiment mlp() {
        return preset("mlp");
    }

    private static Experiment preset(String name) {
        try {
            return Presets.load(name).withTraining(t -> t.withBatchSize(SMALL_BATCH));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static Game game(Experiment experiment) {
        return new Game(Nets.ready(experiment), digits);
    }

    private static Experiment with(UnaryOperator<Objective> change) {
        return mlp().withObjective(change.apply(mlp().objective()));
    }

    @ParameterizedTest
    @MethodSource("org.ganatelier.experiment.objective.Loss#all")
    void everyDiscriminatorLearnsToTellRealFromGenerated(Loss kind) {
        try (Game game = game(with(o -> o.withLoss(kind)))) {
            Game.Scores scores = game.step(Turn.DISCRIMINATOR);
            double before = scores.dReal() - scores.dFake();
            for (int i = 0; i < 30; i++) {
                scores = game.step(Turn.DISCRIMINATOR);
            }
            assertThat(scores.dReal() - scores.dFake()).isGreaterThan(before).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ganatelier.experiment.objective.Loss#all")
    void everyGeneratorLearnsToBeBelieved(Loss kind) {
        try (Game game = game(with(o -> o.withLoss(kind)))) {
            for (int i = 0; i < 3; i++) {
                game.step(Turn.DISCRIMINATOR);
            }
            double before = game.step(Turn.GENERATOR).dFake();
            Game.Scores scores = game.step(Turn.GENERATOR);
            for (int i = 0; i < 30; i++) {
                scores = game.step(Turn.GENERATOR);
            }
            assertThat(scores.dFake()).isGreaterThan(before);
        }
    }

    /** All that can be added, in both ways through a step: with batch statistics and without. */
    static Stream<Experiment> crafted() {
        return Stream.of(
                everything(mlp())
                        .withObjective(
                                added(new WassersteinGp()).withR1(new ZeroCentredPenalty(1, 2))),
                everything(mlp())
                        .withObjective(
                                added(new LeastSquares()).withR1(new ZeroCentredPenalty(1, 3))),
                everything(preset("digits-plain")).withObjective(added(new NonSaturating())),
                everything(preset("digits-plain")).withObjective(added(new Wasserstein())));
    }

    private static Objective added(Loss kind) {
        return new Objective(kind)
                .withLabelSmoothing(0.1)
                .withInstanceNoise(new InstanceNoise(0.2, 5));
    }

    private static Experiment everything(Experiment experiment) {
        var fall = new Schedule(Schedule.Kind.COSINE, 10, 0.1);
        OptimizerSpec ofD = experiment.training().discriminatorOptimizer();
        OptimizerSpec ofG = experiment.training().generatorOptimizer();
        return experiment.withTraining(
                t ->
                        t.withTurns(2, 2)
                                .withAverageDecay(0.9)
                                .withOptimizer(
                                        Side.DISCRIMINATOR,
                                        ofD.withKind(OptimizerSpec.Kind.RMSPROP)
                                                .withClipNorm(1)
                                                .withSchedule(fall))
                                .withOptimizer(
                                        Side.GENERATOR,
                                        ofG.withKind(OptimizerSpec.Kind.ADAMW)
                                                .withWeightDecay(0.01)
                                                .withSchedule(fall)));
    }

    @ParameterizedTest
    @MethodSource("crafted")
    void theSameSeedGivesTheSameBitsAndASavedStateGoesOnWithThem(Experiment experiment) {
        try (Game whole = game(experiment);
                Game interrupted = game(experiment);
                Game resumed = game(experiment)) {
            steps(whole, 6);
            steps(interrupted, 3);
            resumed.restore(copy(interrupted), interrupted.counters());
            steps(resumed, 3);
            steps(interrupted, 3);
            assertThat(differing(copy(whole), interrupted)).isEmpty();
            assertThat(differing(copy(whole), resumed)).isEmpty();
            assertThat(resumed.counters()).isEqualTo(whole.counters());
            assertThat(whole.arrays().keySet())
                    .contains(
                            "generator.0.weight.average",
                            "generator.0.weight.adam-mean",
                            "discriminator.1.weight.rmsprop-square");
        }
    }

    @Test
    void clippedWeightsStayWithinTheirLimitAndOthersDoNot() {
        float most = 0.005f;
        try (Game clipped =
                        game(
                                with(
                                        o ->
                                                o.withLoss(new Wasserstein())
                                                        .withNumber(Wasserstein.CLIP, most)));
                Game free =
                        game(
                                with(
                                        o ->
                                                o.withLoss(new WassersteinGp())
                                                        .withNumber(Wasserstein.CLIP, most)))) {
            clipped.step(Turn.BOTH);
            free.step(Turn.BOTH);
            assertThat(largest(clipped.discriminator)).isEqualTo(most);
            assertThat(largest(free.discriminator)).isGreaterThan(0.02f);
            assertThat(largest(clipped.generator)).isGreaterThan(0.02f);
        }
    }

    private static float largest(Network network) {
        float largest = 0;
        for (var parameter : network.trained()) {
            for (float value : parameter.value().heap()) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    /** With and without labels, whose copies take another way from D's gradients to G's. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aGeneratorsPairsTeachItWhatItsOwnHalfIsAndLeaveDAlone(boolean labels) {
        Experiment paired = with(o -> new Objective(new Relativistic()));
        if (labels) {
            paired = paired.withConditioning(Conditioning.CHANNELS);
        }
        try (Game game = game(paired)) {
            game.step(Turn.DISCRIMINATOR);
            Map<String, float[]> before = copy(game);
            double loss = game.step(Turn.GENERATOR).generatorLoss();
            assertThat(differing(before, game))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("generator."));
            double last = loss;
            for (int i = 0; i < 30; i++) {
                last = game.step(Turn.GENERATOR).generatorLoss();
            }
            assertThat(last).isLessThan(loss);
        }
    }

    @Test
    void aPenaltyIsToldInTheStepsThatComputeOne() {
        try (Game none = game(mlp());
                Game always = game(with(o -> o.withLoss(new WassersteinGp())));
                Game lazy = game(with(o -> o.withR1(new ZeroCentredPenalty(2, 3))))) {
            assertThat(none.step(Turn.BOTH).penalty()).isNaN();
            assertThat(always.step(Turn.BOTH).penalty()).isPositive();
            assertThat(always.step(Turn.GENERATOR).penalty()).isNaN();
            assertThat(
                            Stream.generate(() -> lazy.step(Turn.BOTH).penalty())
                                    .limit(7)
                                    .map(p -> Double.isNaN(p)))
                    .containsExactly(false, true, true, false, true, true, false);
        }
    }

    @Test
    void aLazyPenaltyMakesUpForTheUpdatesThatWentWithoutIt() {
        int interval = 4;
        Experiment plain = byPlainDescent(mlp());
        var r1 = plain.objective().withR1(new ZeroCentredPenalty(10, 1));
        try (Game none = game(plain);
                Game always = game(plain.withObjective(r1));
                Game lazy =
                        game(
                                plain.withObjective(
                                        r1.withR1(new ZeroCentredPenalty(10, interval))))) {
            for (int i = 0; i <= interval; i++) {
                none.restore(copy(lazy), lazy.counters());
                always.restore(copy(lazy), lazy.counters());
                Stream.of(none, always, lazy).forEach(game -> game.step(Turn.DISCRIMINATOR));
                if (i % interval == 0) {
                    assertFarther(interval, none, always, lazy);
                } else {
                    assertThat(differing(copy(none), lazy)).as("update %d", i).isEmpty();
                }
            }
        }
    }

    /** D's weights go against the gradient, and memory of it there is none. */
    private static Experiment byPlainDescent(Experiment experiment) {
        var descent = new OptimizerSpec(0.01, 0, 0).withKind(OptimizerSpec.Kind.SGD);
        return experiment.withTraining(t -> t.withOptimizer(Side.DISCRIMINATOR, descent));
    }

    /** From where D came to without a penalty, lazy went so many times as far as always. */
    private static void assertFarther(int times, Game none, Game always, Game lazy) {
        double way = 0;
        double error = 0;
        for (int p = 0; p < none.discriminator.trained().size(); p++) {
            float[] from = none.discriminator.trained().get(p).value().heap();
            float[] once = always.discriminator.trained().get(p).value().heap();
            float[] often = lazy.discriminator.trained().get(p).value().heap();
            for (int i = 0; i < from.length; i++) {
                double far = (double) often[i] - from[i];
                way += far * far;
                error += Math.pow(far - times * ((double) once[i] - from[i]), 2);
            }
        }
        assertThat(Math.sqrt(error)).isLessThan(ROUNDING * Math.sqrt(way));
    }

    @Test
    void aPenaltyMakesTheDiscriminatorLessSteep() {
        try (Game plain = game(mlp());
                Game penalised = game(with(o -> o.withR1(new ZeroCentredPenalty(10, 1))))) {
            double before = Double.NaN;
            double after = Double.NaN;
            for (int i = 0; i < 40; i++) {
                plain.step(Turn.DISCRIMINATOR);
                after = penalised.step(Turn.DISCRIMINATOR).penalty();
                before = i == 0 ? after : before;
            }
            // The plain one's steepness, told by a single update of the penalised game's kind.
            plain.change(plain.experiment().withObjective(penalised.experiment().objective()));
            assertThat(after).isLessThan(before / 4);
            assertThat(plain.step(Turn.DISCRIMINATOR).penalty()).isGreaterThan(10 * after);
        }
    }

    @Test
    void instanceNoiseIsDrawnForAllThatTheDiscriminatorSeesUntilItHasFaded() {
        try (Game noisy = game(with(o -> o.withInstanceNoise(new InstanceNoise(0.5, 3))));
                Game plain = game(mlp())) {
            Game.Scores seen = noisy.step(Turn.BOTH);
            assertThat(seen.discriminatorLoss())
                    .isNotEqualTo(plain.step(Turn.BOTH).discriminatorLoss());
            // Once for D's images, once for G's.
            assertThat(noisy.instanceNoise.count()).isEqualTo(2);
            steps(noisy, 4);
            assertThat(noisy.instanceNoise.count()).isEqualTo(2 * 3);
        }
    }

    @Test
    void theNoiseHasTheDeviationOfItsStep() {
        try (Game game = game(with(o -> o.withInstanceNoise(new InstanceNoise(0.5, 2))))) {
            steps(game, 1);
            // Half of the way down. What G showed D is what G made, and noise.
            game.step(Turn.GENERATOR);
            float[] made = game.generator.chain(SMALL_BATCH).output().heap();
            float[] shown = game.discriminator.chain(SMALL_BATCH).input().heap();
            double squares = 0;
            for (int i = 0; i < made.length; i++) {
                squares += Math.pow(shown[i] - (double) made[i], 2);
            }
            // Of 8 * 784 draws: a standard error of 0.9%.
            assertThat(Math.sqrt(squares / made.length)).isEqualTo(0.25, within(0.25 * 0.04));
        }
    }

    @Test
    void aFallingRateMakesTheUpdatesSmaller() {
        var experiment =
                mlp().withTraining(
                                t ->
                                        t.withOptimizer(
                                                Side.GENERATOR,
                                                t.generatorOptimizer()
                                                        .withKind(OptimizerSpec.Kind.SGD)
                                                        .withBeta1(0)
                                                        .withSchedule(
                                                                new Schedule(
                                                                        Schedule.Kind.LINEAR,
                                                                        2,
                                                                        0))));
        try (Game game = game(experiment)) {
            Map<String, float[]> start = copy(game);
            steps(game, 2);
            Map<String, float[]> end = copy(game);
            assertThat(differing(start, game)).contains("generator.0.weight");
            steps(game, 1);
            assertThat(differing(end, game))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("discriminator.") || name.contains("sgd-"));
        }
    }

    @Test
    void theAverageFollowsTheWeightsMoreSlowlyTheLongerItHas() {
        double decay = 0.15;
        Experiment averaging = mlp().withTraining(t -> t.withAverageDecay(decay));
        try (Game game = game(averaging)) {
            // min(0.15, (1 + t) / (10 + t)) for t = 0, 1, 2: 0.1, then the limit.
            assertAverageKeeps(List.of(0.1, 0.15, 0.15), game, "generator.0.weight");
            Map<String, float[]> before = copy(game);
            game.step(Turn.DISCRIMINATOR);
            assertThat(differing(before, game)).allMatch(n -> n.startsWith("discriminator."));
        }
    }

    @Test
    void runningStatisticsAreAveragedToo() {
        Experiment averaging = preset("digits-plain").withTraining(t -> t.withAverageDecay(0.999));
        try (Game game = game(averaging)) {
            // (1 + t) / (10 + t) for t = 0, 1, 2.
            assertAverageKeeps(List.of(1 / 10.0, 2 / 11.0, 3 / 12.0), game, "generator.1.variance");
        }
    }

    /**
     * Takes a step for each share.
     *
     * @param shares of the average before, which it keeps in a step
     */
    private static void assertAverageKeeps(List<Double> shares, Game game, String name) {
        double expected = at(game, name);
        for (double keep : shares) {
            double before = at(game, name);
            steps(game, 1);
            assertThat(at(game, name)).isNotEqualTo(before);
            expected = keep * expected + (1 - keep) * at(game, name);
            assertThat(at(game, name + ".average")).isEqualTo(expected, within(1e-6));
        }
    }

    private static double at(Game game, String name) {
        return Objects.requireNonNull(game.arrays().get(name))[7];
    }

    @Test
    void anAverageSwitchedOnLaterBeginsWithTheWeightsOfThatTime() {
        Experiment plain = mlp();
        Experiment averaging = plain.withTraining(t -> t.withAverageDecay(0.9));
        try (Game game = game(plain)) {
            steps(game, 2);
            assertThat(game.average()).isEmpty();
            game.change(averaging);
            assertThat(at(game, "generator.0.weight.average"))
                    .isEqualTo(at(game, "generator.0.weight"));
            game.change(plain);
            assertThat(game.arrays()).doesNotContainKey("generator.0.weight.average");
        }
    }

    @Test
    void aStateSavedWithoutAnAverageGoesOnWithOne() {
        Experiment averaging = mlp().withTraining(t -> t.withAverageDecay(0.9));
        try (Game plain = game(mlp());
                Game resumed = game(averaging)) {
            steps(plain, 2);
            resumed.restore(copy(plain), plain.counters());
            assertThat(at(resumed, "generator.0.weight.average"))
                    .isEqualTo(at(plain, "generator.0.weight"));
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

    /** The names of the arrays that differ in a single bit. */
    private static List<String> differing(Map<String, float[]> before, Game game) {
        assertThat(game.arrays()).containsOnlyKeys(before.keySet());
        return game.arrays().entrySet().stream()
                .filter(e -> !Arrays.equals(e.getValue(), before.get(e.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
