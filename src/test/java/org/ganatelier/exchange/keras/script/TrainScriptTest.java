package org.ganatelier.exchange.keras.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.ganatelier.exchange.code.Code;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.Schedule;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.objective.InstanceNoise;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.Relativistic;
import org.ganatelier.experiment.objective.Wasserstein;
import org.ganatelier.experiment.objective.WassersteinGp;
import org.ganatelier.experiment.objective.ZeroCentredPenalty;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.project.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;

/** What train.py says of an experiment's settings. */
class TrainScriptTest {
    @TempDir private Path folder;

    private static Plan plan(Experiment experiment) {
        return Planner.check(experiment).plan();
    }

    private static Experiment mlp() throws Exception {
        return Presets.load("mlp");
    }

    private static String train(Dialect dialect, Experiment experiment) {
        return Scripts.train(dialect, plan(experiment)).text();
    }

    private static Experiment optimized(Experiment experiment, Side side, OptimizerSpec spec) {
        return experiment.withTraining(training -> training.withOptimizer(side, spec));
    }

    @Test
    void everyLossAndOptimizerAndScheduleIsPython() throws Exception {
        assumeThat(Python3.isThere()).as("there is no python3 here").isTrue();
        int n = 0;
        for (Loss loss : Loss.all()) {
            for (OptimizerSpec.Kind kind : OptimizerSpec.Kind.values()) {
                for (Schedule.Kind schedule : Schedule.Kind.values()) {
                    OptimizerSpec spec =
                            OptimizerSpec.usual(kind)
                                    .withWeightDecay(0.001)
                                    .withClipNorm(2)
                                    .withSchedule(new Schedule(schedule, 500, 0.2));
                    Experiment all =
                            optimized(mlp().withLoss(loss), Side.GENERATOR, spec)
                                    .withTraining(
                                            t ->
                                                    t.withTurns(
                                                            kind == OptimizerSpec.Kind.ADAM ? 1 : 3,
                                                            2));
                    all =
                            all.withObjective(
                                    varied(
                                            all.objective(),
                                            schedule == Schedule.Kind.CONSTANT ? 0 : 2));
                    for (Dialect dialect : Dialect.values()) {
                        Path file = folder.resolve("t%d.py".formatted(n++));
                        Python3.write(train(dialect, all), file);
                    }
                }
            }
        }
        Python3.compile(folder);
    }

    private static Objective varied(Objective objective, int way) {
        return objective
                .withR1(new ZeroCentredPenalty(way, 1 + 7 * way))
                .withR2(new ZeroCentredPenalty(2.0 * way, 1))
                .withLabelSmoothing(0.1 * way)
                .withInstanceNoise(new InstanceNoise(0.1 * way, 500));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void everyLayerAndTheSettingsKnowTheirLines(Dialect dialect) throws Exception {
        for (String preset : Presets.names()) {
            Plan plan = plan(Presets.load(preset));
            Code code = Scripts.model(dialect, plan);
            for (Side side : Side.values()) {
                for (int i = 0; i < plan.network(side).layers().size(); i++) {
                    assertThat(code.linesOf(new Place.Layer(side, i)))
                            .as("%s, %s %d", preset, side, i)
                            .isNotEmpty();
                }
            }
            assertThat(code.linesOf(new Place.Settings())).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aLayerThatDoesNotFitIsAComment(Dialect dialect) throws Exception {
        Experiment broken =
                mlp().withNetwork(
                                Side.GENERATOR,
                                net ->
                                        net.withInserted(
                                                0,
                                                new Conv2D(
                                                        8,
                                                        3,
                                                        1,
                                                        Padding.SAME,
                                                        true,
                                                        new Activation.Linear())));
        Code code = Scripts.model(dialect, plan(broken));
        List<Integer> lines = code.linesOf(new Place.Layer(Side.GENERATOR, 0));
        assertThat(lines).hasSize(1);
        assertThat(code.lines().get(lines.getFirst()).text())
                .isEqualTo("        # Conv2D: does not fit what comes in");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void dGetsABatchOfItsOwnForEachUpdate(Dialect dialect) throws Exception {
        String script = train(dialect, mlp().withTraining(t -> t.withTurns(5, 1)));
        assertThat(script)
                .contains("for turn in range(5):")
                .contains(
                        switch (dialect) {
                            case KERAS -> "self.discriminator_turn(data[turn])";
                            case TENSORFLOW -> "discriminator_turn(next(batches))";
                        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aPairedLossShowsGRealSamplesThatDHasNotSeen(Dialect dialect) throws Exception {
        String script =
                train(
                        dialect,
                        mlp().withLoss(new Relativistic()).withTraining(t -> t.withTurns(2, 1)));
        assertThat(script)
                .contains("g_loss = generator_loss(real_scores, fake_scores)")
                .contains(
                        switch (dialect) {
                            case KERAS -> "self.generator_turn(data[2])";
                            case TENSORFLOW -> "generator_turn(next(batches))";
                        });
    }

    @Test
    void aPenaltyIsWeightedForTheUpdatesWithoutIt() throws Exception {
        Objective objective =
                new Objective(new NonSaturating()).withR1(new ZeroCentredPenalty(3, 16));
        assertThat(train(Dialect.KERAS, mlp().withObjective(objective)))
                .contains("tf.equal(updates % 16, 0)")
                .contains("lambda: 24.0 * tf.reduce_mean(");
    }

    @Test
    void eachWassersteinLossKeepsDTameInItsWay() throws Exception {
        assertThat(train(Dialect.KERAS, mlp().withLoss(new Wasserstein())))
                .contains("weight.assign(tf.clip_by_value(weight, -0.01, 0.01))");
        assertThat(train(Dialect.KERAS, mlp().withLoss(new WassersteinGp())))
                .contains("penalty = 10.0 * tf.reduce_mean((steep - 1) ** 2)")
                .doesNotContain("clip_by_value");
    }

    @Test
    void weightDecayIsPartOfTheGradientExceptInAdamW() throws Exception {
        OptimizerSpec adam =
                OptimizerSpec.usual(OptimizerSpec.Kind.ADAM).withWeightDecay(0.01).withClipNorm(3);
        assertThat(train(Dialect.KERAS, optimized(mlp(), Side.GENERATOR, adam)))
                .containsSubsequence(
                        "tf.clip_by_global_norm(gradients, 3.0)",
                        "[g + 0.01 * w for g, w in zip(gradients, weights)]")
                .doesNotContain("weight_decay", "global_clipnorm");
        assertThat(
                        train(
                                Dialect.KERAS,
                                optimized(
                                        mlp(),
                                        Side.GENERATOR,
                                        adam.withKind(OptimizerSpec.Kind.ADAMW))))
                .contains("weight_decay=0.01, global_clipnorm=3.0")
                .doesNotContain("g + 0.01 * w");
    }

    @Test
    void aFallingRateCountsUpdates() throws Exception {
        OptimizerSpec falling =
                OptimizerSpec.usual(OptimizerSpec.Kind.ADAM)
                        .withSchedule(new Schedule(Schedule.Kind.LINEAR, 1000, 0.1));
        Experiment experiment =
                optimized(mlp(), Side.DISCRIMINATOR, falling).withTraining(t -> t.withTurns(3, 1));
        assertThat(train(Dialect.TENSORFLOW, experiment))
                .contains("PolynomialDecay(0.001, 3000, end_learning_rate=0.0001)");
    }

    @Test
    void aNameCannotEndTheStringThatItStandsIn() throws Exception {
        String script = train(Dialect.KERAS, mlp().withName("a\"\"\"\nimport os\\u0022"));
        assertThat(script.lines().findFirst())
                .contains("\"\"\"aimport osu0022: trains both networks.");
    }
}
