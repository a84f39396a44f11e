package org.ganatelier.cli.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.checkpoints.CheckpointFile;
import org.ganatelier.checkpoints.CheckpointFolder;
import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.cli.support.LayerChoice;
import org.ganatelier.cli.support.Script;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.data.Datasets;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.project.Presets;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Goal;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.watch.WatchedRun.Watcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Going back and on with the real engine. The time-out only ends what hangs. */
@Timeout(120)
final class GoingBackTest {
    private static final int EVERY = 5;
    private static final int STEPS = 60;
    private static final Watcher SILENT = _ -> {};

    /** Two at steps of checkpoints, three between; dropout is in both networks all the time. */
    private static final List<String> EDITS =
            List.of(
                    "7:training.generatorOptimizer.learningRate=0.002",
                    "15:training.averageDecay=0.9",
                    "22:objective.labelSmoothing=0.1",
                    "30:objective.instanceNoise=0.2",
                    "41:training.averageDecay=0",
                    "48:training.discriminatorSteps=2");

    @TempDir private Path parent = Path.of("");
    private final List<String> complaints = new ArrayList<>();

    /** What a killed program does not do any more. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Experiment experiment() throws Exception {
        return ProjectJson.withOverrides(
                        Presets.load("mlp"),
                        Map.of(
                                "training.batchSize", "4",
                                "seed", "7",
                                "generator.layers.0.units", "8",
                                "generator.layers.1.units", "8",
                                "discriminator.layers.1.units", "8",
                                "discriminator.layers.2.units", "8"))
                .withNetwork(Side.DISCRIMINATOR, d -> d.withInserted(2, new Dropout(0.3)))
                .withNetwork(Side.GENERATOR, g -> g.withInserted(1, new Dropout(0.1)));
    }

    private static Job job(List<String> edits) throws Exception {
        return Job.of(
                Script.of(experiment(), Interventions.NONE, edits),
                new Goal.Steps(STEPS),
                OptionalInt.of(1),
                LayerChoice.OWN);
    }

    private void train(Job job, TrainingFolder folder, Watcher watcher) throws Exception {
        new Training(
                        new EngineTrainer(),
                        new Interrupt(),
                        complaints::add,
                        Duration.ofHours(1),
                        parent.resolve("elsewhere"))
                .run(job, Datasets.open(job.plan().experiment().data()), folder, watcher);
    }

    private Path trained(List<String> edits, Watcher watcher) throws Exception {
        Path place = parent.resolve("run");
        try (var folder = TrainingFolder.open(place)) {
            folder.makeRoom();
            new CheckpointOrder(EVERY, OptionalLong.empty()).give(folder.checkpoints());
            train(job(edits), folder, watcher);
        }
        return place;
    }

    private void goBack(Path place, long step, boolean repeats) throws Exception {
        try (var folder = TrainingFolder.open(place)) {
            var back = WayBack.to(step, folder);
            Job job =
                    back.job(
                            repeats,
                            Optional.empty(),
                            OptionalInt.empty(),
                            Optional.empty(),
                            List.of());
            folder.goBackTo(back.project());
            train(job, folder, SILENT);
        }
    }

    private static Checkpoint newest(Path place) throws Exception {
        return ProjectFile.loadRun(place.resolve("run.atelier"));
    }

    private static List<CheckpointFile> checkpoints(Path place, String folder) throws Exception {
        return new CheckpointFolder(place.resolve(folder)).list();
    }

    private static void assertSame(Checkpoint actual, Checkpoint expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .ignoringFields("seconds", "arrays")
                .isEqualTo(expected);
        assertThat(actual.arrays()).containsOnlyKeys(expected.arrays().keySet());
        expected.arrays()
                .forEach(
                        (name, values) ->
                                assertThat(actual.arrays().get(name)).as(name).isEqualTo(values));
    }

    @Test
    void fromWhereverItGoesBackItComesToTheSameBits() throws Exception {
        Path place = trained(EDITS, SILENT);
        Checkpoint first = newest(place);
        assertThat(first.edits()).hasSameSizeAs(EDITS);
        assertThat(checkpoints(place, "checkpoints"))
                .extracting(CheckpointFile::step)
                .hasSize(STEPS / EVERY)
                .startsWith(5L, 10L)
                .endsWith(60L);
        var random = new SplittableRandom(1);
        for (int i = 0; i < 4; i++) {
            long step = (long) EVERY * random.nextInt(1, STEPS / EVERY);
            goBack(place, step, true);
            assertSame(newest(place), first);
            assertThat(Files.readAllLines(place.resolve("metrics.csv"))).hasSize(STEPS + 1);
            Project whole = ProjectFile.load(place.resolve("run.atelier"));
            assertThat(whole.past().orElseThrow().history().firstStep()).isEqualTo(1);
            // Every state on the way is the one of the first time, which was put aside.
            List<CheckpointFile> former =
                    checkpoints(place, "former-%d/checkpoints".formatted(i + 1));
            assertThat(former).hasSize((int) ((STEPS - step) / EVERY));
            for (CheckpointFile one : former) {
                Path again = place.resolve("checkpoints").resolve(one.file().getFileName());
                assertSame(ProjectFile.loadRun(again), ProjectFile.loadRun(one.file()));
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void withoutTheLaterEditsItGoesAnotherWayAndWhatWasLearntIsKept() throws Exception {
        Path place = trained(EDITS, SILENT);
        Checkpoint first = newest(place);
        try (var folder = TrainingFolder.open(place)) {
            var back = WayBack.to(30, folder);
            assertThat(back.state().edits()).hasSize(4);
            assertThat(back.later())
                    .containsExactly(
                            "41:training.averageDecay=0", "48:training.discriminatorSteps=2");
            assertThat(back.notice(true)).isEmpty();
            assertThat(back.notice(false).orElseThrow())
                    .contains("48:training.discriminatorSteps=2");
        }
        goBack(place, 30, false);
        Checkpoint other = newest(place);
        assertThat(other.step()).isEqualTo(STEPS);
        assertThat(other.edits()).isEqualTo(first.edits().subList(0, 4));
        assertThat(other.arrays().get("generator.0.weight"))
                .isNotEqualTo(first.arrays().get("generator.0.weight"));
        Path former = place.resolve("former-1");
        assertSame(newest(former), first);
        assertThat(ProjectFile.load(former.resolve("run.atelier")).past()).isPresent();
        assertThat(checkpoints(former, "checkpoints"))
                .extracting(CheckpointFile::step)
                .containsExactly(35L, 40L, 45L, 50L, 55L, 60L);
    }

    @Test
    void aKilledTrainingCanGoBackWithWhatItWasStillToldToDo() throws Exception {
        Watcher killer =
                metrics -> {
                    if (metrics.step() == 33) {
                        throw new Killed();
                    }
                };
        assertThatThrownBy(() -> trained(EDITS, killer)).isInstanceOf(Killed.class);
        Path place = parent.resolve("run");
        assertThat(place.resolve("run.atelier")).doesNotExist();
        goBack(place, 20, true);
        Checkpoint resumed = newest(place);
        assertThat(resumed.step()).isEqualTo(STEPS);
        Path whole = Files.move(place, parent.resolve("resumed"));
        assertSame(newest(whole), newest(trained(EDITS, SILENT)));
    }

    @Test
    void aDamagedNewestStateKeepsNobodyFromGoingBack() throws Exception {
        Path place = trained(EDITS, SILENT);
        Checkpoint first = newest(place);
        Files.write(place.resolve("run.atelier"), new byte[100]);
        Files.write(checkpoints(place, "checkpoints").get(6).file(), new byte[100]);
        try (var folder = TrainingFolder.open(place)) {
            var back = WayBack.to(50, folder);
            Job job =
                    back.job(
                            true,
                            Optional.of(new Goal.Steps(STEPS)),
                            OptionalInt.empty(),
                            Optional.empty(),
                            List.of());
            assertThat(folder.goBackTo(back.project())).isEmpty();
            train(job, folder, SILENT);
        }
        assertSame(newest(place), first);
    }

    @Test
    void whereThereIsNoSuchCheckpointTheNearestAreNamed() throws Exception {
        Path place = trained(List.of(), SILENT);
        try (var folder = TrainingFolder.open(place)) {
            assertThatExceptionOfType(CommandFailure.class)
                    .isThrownBy(() -> WayBack.to(33, folder))
                    .withMessage(
                            "%s holds no checkpoint of step 33; the nearest: 30 and 35."
                                    .formatted(place.resolve("checkpoints")));
            var last = WayBack.to(STEPS, folder);
            assertThatExceptionOfType(UsageFailure.class)
                    .isThrownBy(
                            () ->
                                    last.job(
                                            false,
                                            Optional.empty(),
                                            OptionalInt.empty(),
                                            Optional.empty(),
                                            List.of()))
                    .withMessageStartingWith("There is nothing to train after 60 steps");
            folder.makeRoom();
            assertThatExceptionOfType(CommandFailure.class)
                    .isThrownBy(() -> WayBack.to(5, folder))
                    .withMessageContaining("holds no checkpoints: train with --checkpoint-every");
        }
        assertThat(checkpoints(place, "checkpoints.bak")).hasSize(STEPS / EVERY);
    }
}
