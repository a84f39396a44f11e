package org.ganatelier.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.engine.gan.Game;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.engine.network.Profile;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Run;
import org.ganatelier.train.Run.Turn;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunEvent.End;
import org.ganatelier.train.RunFailure;
import org.ganatelier.train.RunFailure.UnsupportedByStock.Lack;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.Trainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Whole trainings with DL4J's own layers. The time-out only ends a run that hangs. */
@Timeout(300)
class StockRunTest {
    /** Of losses, and of the largest change of an array that a step made. */
    private static final double ALIKE = 1e-4;

    /**
     * So many of an array's values may differ by more: Adam's first step is of one size whatever
     * the gradient's, and where that is all rounding, its sign may be another.
     */
    private static final double TURNED = 1e-3;

    /** Per cent. */
    private static final double PENALTY = 5;

    @BeforeAll
    static void loadEngine() {
        Natives.load(1);
    }

    /**
     * Labels, clusters, dropout, noise and normalization are among them. Not points, whose
     * objective has a penalty on gradients: see {@link #aPenaltyIsNearThatOfOurOwnLayers}.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {"mlp", "digits-plain", "digits", "digits-conditional", "dcgan", "tutorial"})
    void aStepEndsWhereThatOfOurOwnLayersEnds(String preset) throws Exception {
        Experiment small = Presets.load(preset).withTraining(t -> t.withBatchSize(8));
        Plan plan = Nets.ready(small);
        Dataset data = Datasets.open(small.data());
        try (var ours = new Game(plan, data);
                var stock =
                        new Game(
                                plan, data, StockLayers.maker(), Profile.off(), SideWork.alone())) {
            Map<String, float[]> start = copy(ours);
            Game.Scores wanted = ours.step(Turn.BOTH);
            Game.Scores found = stock.step(Turn.BOTH);
            var offset = Offset.offset(ALIKE);
            assertThat(found.discriminatorLoss()).isCloseTo(wanted.discriminatorLoss(), offset);
            assertThat(found.generatorLoss()).isCloseTo(wanted.generatorLoss(), offset);
            Map<String, float[]> ends = stock.arrays();
            ours.arrays()
                    .forEach(
                            (name, values) ->
                                    assertAlike(
                                            name,
                                            Objects.requireNonNull(start.get(name)),
                                            values,
                                            Objects.requireNonNull(ends.get(name))));
        }
    }

    /**
     * A penalty is the difference of two passes near each other. Ours stay on the same side of
     * every kink, DL4J's may not.
     */
    @Test
    void aPenaltyIsNearThatOfOurOwnLayers() throws Exception {
        Plan plan = Nets.ready(Presets.load("points"));
        Dataset data = Datasets.open(plan.experiment().data());
        try (var ours = new Game(plan, data);
                var stock =
                        new Game(
                                plan, data, StockLayers.maker(), Profile.off(), SideWork.alone())) {
            double wanted = ours.step(Turn.BOTH).penalty();
            assertThat(wanted).isPositive();
            assertThat(stock.step(Turn.BOTH).penalty())
                    .isCloseTo(wanted, Percentage.withPercentage(PENALTY));
        }
    }

    private static Map<String, float[]> copy(Game game) {
        var copy = new LinkedHashMap<String, float[]>();
        game.arrays().forEach((name, values) -> copy.put(name, values.clone()));
        return copy;
    }

    private static void assertAlike(String name, float[] start, float[] wanted, float[] found) {
        float change = 0;
        for (int i = 0; i < start.length; i++) {
            change = Math.max(change, Math.abs(wanted[i] - start[i]));
        }
        int apart = 0;
        for (int i = 0; i < start.length; i++) {
            if (Math.abs(found[i] - wanted[i]) > ALIKE * Math.max(1, change)) {
                apart++;
            }
        }
        assertThat((double) apart / start.length).as(name).isLessThanOrEqualTo(TURNED);
    }

    @Test
    void aRunGoesOnFromOneOfOurOwnLayers() throws Exception {
        Experiment small = Presets.load("digits").withTraining(t -> t.withBatchSize(4));
        var own = new EngineTrainer();
        Checkpoint first = trained(own, small, Optional.empty(), 2);
        Checkpoint second = trained(own.withStockLayers(), small, Optional.of(first), 3);
        assertThat(second.step()).isEqualTo(3);
        assertThat(second.arrays().keySet()).isEqualTo(first.arrays().keySet());
        assertThat(second.counters().keySet()).isEqualTo(first.counters().keySet());
    }

    private static Checkpoint trained(
            Trainer trainer, Experiment experiment, Optional<Checkpoint> from, long steps)
            throws Exception {
        var ended = new CompletableFuture<End>();
        Run run = start(trainer, experiment, from, steps, ended);
        assertThat(ended.get()).isInstanceOf(End.Completed.class);
        Checkpoint learnt = run.checkpoint().get();
        run.close();
        return learnt;
    }

    private static Run start(
            Trainer trainer,
            Experiment experiment,
            Optional<Checkpoint> from,
            long steps,
            CompletableFuture<End> ended)
            throws Exception {
        return trainer.start(
                Nets.ready(experiment),
                Datasets.open(experiment.data()),
                from,
                RunOptions.batch(OptionalLong.of(steps), Optional.empty(), OptionalInt.of(1)),
                event -> {
                    if (event instanceof RunEvent.Ended(long _, End end)) {
                        ended.complete(end);
                    }
                });
    }

    @Test
    void aLayerThatDl4jLacksEndsTheRunWithItsName() throws Exception {
        Experiment spectral =
                ProjectJson.withOverrides(
                        Presets.load("mlp").withTraining(t -> t.withBatchSize(4)),
                        Map.of("discriminator.layers.1.spectralNorm", "true"));
        var ended = new CompletableFuture<End>();
        Run run =
                start(new EngineTrainer().withStockLayers(), spectral, Optional.empty(), 1, ended);
        assertThat(ended.get())
                .isInstanceOfSatisfying(
                        End.Failed.class,
                        failed ->
                                assertThat(failed.failure())
                                        .isEqualTo(
                                                new RunFailure.UnsupportedByStock(
                                                        new Lack.Setting(
                                                                spectral.discriminator()
                                                                        .layers()
                                                                        .get(1),
                                                                "spectralNorm"))));
        run.close();
    }
}
