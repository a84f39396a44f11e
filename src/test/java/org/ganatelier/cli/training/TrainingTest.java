package org.ganatelier.cli.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.cli.support.LayerChoice;
import org.ganatelier.cli.support.Script;
import org.ganatelier.cli.support.UsageFailure;
import org.ganatelier.data.Dataset;
import org.ganatelier.data.Datasets;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Goal;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.watch.WatchedRun.Watcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Trainings with the real engine in folders of their own. The time-out only ends what hangs. */
@Timeout(120)
class TrainingTest {
    private static final Duration ALWAYS = Duration.ZERO;
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Watcher SILENT = _ -> {};

    @TempDir private Path parent = Path.of("");
    private final List<String> complaints = new ArrayList<>();

    /** What a killed program does not do any more. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Two values change to and fro every seven steps, an average comes and goes. */
    private static Script script() throws Exception {
        Experiment experiment =
                ProjectJson.withOverrides(
                        Presets.load("mlp"),
                        Map.of(
                                "training.batchSize", "4",
                                "seed", "7",
                                "generator.layers.0.units", "8",
                                "generator.layers.1.units", "8",
                                "discriminator.layers.1.units", "8",
                                "discriminator.layers.2.units", "8"));
        List<String> edits =
                IntStream.range(1, 300)
                        .mapToObj(
                                i ->
                                        i % 3 == 0
                                                ? "%d:training.averageDecay=%s"
                                                        .formatted(7 * i, i % 2 == 0 ? "0" : "0.5")
                                                : "%d:training.generatorOptimizer.learningRate=%s"
                                                        .formatted(
                                                                7 * i,
                                                                i % 2 == 0 ? "1e-3" : "2e-3"))
                        .toList();
        return Script.of(experiment, Interventions.NONE, edits);
    }

    private static Job steps(long steps) throws Exception {
        return Job.of(script(), new Goal.Steps(steps), OptionalInt.of(1), LayerChoice.OWN);
    }

    private void train(Job job, Path place, Duration interval, Watcher watcher) throws Exception {
        try (var folder = TrainingFolder.open(place)) {
            if (job.from().isEmpty()) {
                folder.makeRoom();
            }
            training(interval).run(job, data(job), folder, watcher);
        }
    }

    private Training training(Duration interval) {
        return new Training(
                new EngineTrainer(),
                new Interrupt(),
                complaints::add,
                interval,
                parent.resolve("elsewhere"));
    }

    private static Dataset data(Job job) throws Exception {
        return Datasets.open(job.plan().experiment().data());
    }

    private static Job goingOn(Path place, Optional<Goal> goal) throws Exception {
        try (var folder = TrainingFolder.open(place)) {
            return Job.goingOn(folder, goal, OptionalInt.empty(), Optional.empty(), List.of());
        }
    }

    /** Trains until something was saved on the way, and a little further. */
    private Path killed(String name) throws Exception {
        Path place = parent.resolve(name);
        Watcher killer =
                metrics -> {
                    if (metrics.step() > 20 && Files.exists(place.resolve("autosave"))) {
                        try (var saved =
                                Files.newDirectoryStream(place.resolve("autosave"), "*.atelier")) {
                            if (saved.iterator().hasNext()) {
                                throw new Killed();
                            }
                        }
                    }
                };
        assertThatThrownBy(() -> train(steps(2000), place, ALWAYS, killer))
                .isInstanceOf(Killed.class);
        assertThat(place.resolve("run.atelier")).doesNotExist();
        return place;
    }

    @Test
    void aKilledTrainingGoesOnToTheSameBitsAsAnUnbrokenOne() throws Exception {
        Path place = killed("killed");
        Job rest = goingOn(place, Optional.empty());
        assertThat(rest.step()).isPositive();
        assertThat(rest.goal()).isEqualTo(new Goal.Steps(2000));
        assertThat(rest.threads()).hasValue(1);
        var further = new Goal.Steps(rest.step() + 60);
        train(goingOn(place, Optional.of(further)), place, NEVER, SILENT);

        Path whole = parent.resolve("whole");
        train(steps(further.steps()), whole, NEVER, SILENT);
        Checkpoint unbroken = ProjectFile.loadRun(whole.resolve("run.atelier"));
        Checkpoint resumed = ProjectFile.loadRun(place.resolve("run.atelier"));
        assertThat(resumed)
                .usingRecursiveComparison()
                .ignoringFields("seconds", "arrays")
                .isEqualTo(unbroken);
        assertThat(resumed.edits()).hasSizeGreaterThan(3);
        assertThat(resumed.arrays()).containsOnlyKeys(unbroken.arrays().keySet());
        unbroken.arrays()
                .forEach(
                        (name, values) ->
                                assertThat(resumed.arrays().get(name)).as(name).isEqualTo(values));
        assertThat(losses(place)).isEqualTo(losses(whole)).hasSize((int) further.steps() + 1);
        var past = ProjectFile.load(place.resolve("run.atelier")).past().orElseThrow();
        assertThat(past.history().firstStep()).isEqualTo(1);
        assertThat(past.history().lastStep()).isEqualTo(further.steps());
        assertThat(place.resolve("autosave")).doesNotExist();
        assertThat(complaints).isEmpty();
    }

    /** Steps and losses; times differ from run to run. */
    private static List<List<String>> losses(Path place) throws IOException {
        return Files.readAllLines(place.resolve("metrics.csv")).stream()
                .map(line -> List.of(line.split(",", -1)))
                .map(values -> List.of(values.get(0), values.get(2), values.get(3)))
                .toList();
    }

    @Test
    void aFinishedTrainingGoesOnWhereItIsToldHowFar() throws Exception {
        Path place = parent.resolve("finished");
        train(steps(3), place, NEVER, SILENT);
        assertThatExceptionOfType(UsageFailure.class)
                .isThrownBy(() -> goingOn(place, Optional.empty()))
                .withMessageContaining("is done (3 steps in");
        assertThatExceptionOfType(UsageFailure.class)
                .isThrownBy(() -> goingOn(place, Optional.of(new Goal.Steps(3))))
                .withMessageContaining("has done 3 steps");
        train(goingOn(place, Optional.of(new Goal.Steps(5))), place, NEVER, SILENT);
        assertThat(ProjectFile.loadRun(place.resolve("run.atelier")).step()).isEqualTo(5);
        assertThat(losses(place)).hasSize(6);
    }

    @Test
    void whatWasKilledBeforeItsLastSaveHasOnlyThatToDo() throws Exception {
        Path place = killed("late");
        Job rest = goingOn(place, Optional.empty());
        var done =
                new Job(
                        rest.plan(),
                        new Goal.Steps(rest.step()),
                        rest.threads(),
                        rest.script(),
                        rest.from(),
                        rest.masks(),
                        rest.layers());
        train(done, place, NEVER, SILENT);
        assertThat(ProjectFile.loadRun(place.resolve("run.atelier")).step()).isEqualTo(rest.step());
        assertThat(losses(place)).hasSize((int) rest.step() + 1);
    }

    @Test
    void aNewTrainingKeepsAnUnfinishedOneAside() throws Exception {
        Path place = killed("again");
        long step = goingOn(place, Optional.empty()).step();
        try (var folder = TrainingFolder.open(place)) {
            assertThat(folder.makeRoom()).hasValue(step);
            assertThat(folder.newest()).isEmpty();
        }
        assertThat(ProjectFile.loadRun(place.resolve("run.atelier.bak")).step()).isEqualTo(step);
    }

    @Test
    void nothingOfAnEarlierTrainingLooksLikeTheNewOne() throws Exception {
        Path place = parent.resolve("twice");
        train(steps(2), place, NEVER, SILENT);
        assertThatThrownBy(
                        () ->
                                train(
                                        steps(4),
                                        place,
                                        NEVER,
                                        _ -> {
                                            throw new Killed();
                                        }))
                .isInstanceOf(Killed.class);
        assertThat(place.resolve("run.atelier")).doesNotExist();
        assertThat(place.resolve("grid.png")).doesNotExist();
        assertThat(ProjectFile.loadRun(place.resolve("run.atelier.bak")).step()).isEqualTo(2);
    }

    @Test
    void oneFolderIsForOneTraining() throws Exception {
        Path place = parent.resolve("held");
        try (var _ = TrainingFolder.open(place)) {
            assertThatExceptionOfType(CommandFailure.class)
                    .isThrownBy(() -> TrainingFolder.open(place))
                    .withMessage(
                            "Another training writes to %s: wait for its end, or choose another"
                                            .formatted(place)
                                    + " folder.");
        }
        TrainingFolder.open(place).close();
        assertThat(place).isEmptyDirectory();
    }

    /** Linux has a device that is always full. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void figuresThatCannotBeWrittenStopNoTraining() throws Exception {
        Path place = Files.createDirectory(parent.resolve("full"));
        Files.createSymbolicLink(place.resolve("metrics.csv"), Path.of("/dev/full"));
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> train(steps(300), place, NEVER, SILENT))
                .withMessageContaining("metrics.csv")
                .withMessageEndingWith("The newest figures are lost; what was learnt is saved.");
        assertThat(ProjectFile.loadRun(place.resolve("run.atelier")).step()).isEqualTo(300);
        assertThat(complaints)
                .filteredOn(said -> said.contains("Training goes on"))
                .singleElement()
                .asString()
                .contains("metrics.csv", "the figures wait");
    }

    @Test
    void whatCannotBeSavedInItsPlaceIsSavedElsewhere() throws Exception {
        Path place = parent.resolve("blocked");
        var failure =
                catchThrowableOfType(
                        CommandFailure.class,
                        () ->
                                train(
                                        steps(3),
                                        place,
                                        NEVER,
                                        _ ->
                                                Files.createDirectories(
                                                        place.resolve("run.atelier/in the way"))));
        assertThat(failure).hasMessageContaining("run.atelier");
        try (var saved = Files.list(parent.resolve("elsewhere"))) {
            Path file = saved.findFirst().orElseThrow();
            assertThat(failure)
                    .hasMessageEndingWith("What was learnt is saved as %s instead.", file);
            assertThat(ProjectFile.loadRun(file).step()).isEqualTo(3);
        }
    }

    @Test
    void whereNothingWasSavedNothingGoesOn() {
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> goingOn(parent.resolve("empty"), Optional.empty()))
                .withMessageContaining("holds no training to go on with");
    }
}
