package org.ganatelier.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.checkpoints.CheckpointFile;
import org.ganatelier.checkpoints.CheckpointFolder;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.cli.support.LayerChoice;
import org.ganatelier.cli.support.Script;
import org.ganatelier.cli.training.CheckpointOrder;
import org.ganatelier.cli.training.Job;
import org.ganatelier.cli.training.Training;
import org.ganatelier.cli.training.TrainingFolder;
import org.ganatelier.cli.training.WayBack;
import org.ganatelier.data.Datasets;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Goal;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.LiveSetting;
import org.ganatelier.train.LiveSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * From whatever checkpoint a training goes back to, it comes to the bits of the first time, with
 * every value changed on its way that can change.
 */
final class GoingBackCampaignTest {
    private static final int SAMPLE = 1;
    private static final int EVERY = 4;
    private static final int STEPS = 48;

    /** What each kind of value may become; the experiment decides whether it can. */
    private static final List<String> NUMBERS = List.of("2", "0.5", "0.1", "0.0003", "3", "0");

    @TempDir private Path parent;

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "digits", "digits-conditional", "points", "dcgan"})
    void fromAnyCheckpointTheSameBits(String preset) throws Exception {
        Experiment experiment =
                ProjectJson.withOverrides(
                        Presets.load(preset),
                        Map.of("training.batchSize", "4", "training.averageDecay", "0.9"));
        Path place = parent.resolve(preset);
        List<String> edits = edits(experiment);
        assertThat(edits).hasSizeGreaterThan(15);
        try (var folder = TrainingFolder.open(place)) {
            new CheckpointOrder(EVERY, OptionalLong.empty()).give(folder.checkpoints());
            train(
                    Job.of(
                            Script.of(experiment, Interventions.NONE, edits),
                            new Goal.Steps(STEPS),
                            OptionalInt.of(1),
                            LayerChoice.OWN),
                    folder);
        }
        Checkpoint first = newest(place);
        assertThat(first.edits()).hasSizeGreaterThan(15);
        Campaign.of("returns", SAMPLE)
                .run(
                        random -> {
                            long step = (long) EVERY * random.nextInt(1, STEPS / EVERY);
                            goBack(place, step, first);
                        });
    }

    /** Each value that can change, one after the other; several before the same step. */
    private static List<String> edits(Experiment experiment) {
        var edits = new ArrayList<String>();
        Experiment now = experiment;
        int step = 1;
        for (LiveSetting setting : LiveSettings.all()) {
            for (String value : NUMBERS) {
                Optional<Experiment> next = changed(now, setting, value);
                if (next.isPresent()) {
                    now = next.get();
                    edits.add(step + ":" + setting.path() + "=" + value);
                    step += edits.size() % 3 == 0 ? 0 : 2;
                    break;
                }
            }
        }
        return edits.stream()
                .filter(edit -> Integer.parseInt(edit.substring(0, edit.indexOf(':'))) < STEPS)
                .toList();
    }

    private static Optional<Experiment> changed(Experiment now, LiveSetting setting, String value) {
        try {
            Experiment next = setting.set(now, value);
            return next.equals(now) || !(Planner.check(next) instanceof Outcome.Ready)
                    ? Optional.empty()
                    : Optional.of(next);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void train(Job job, TrainingFolder folder) throws Exception {
        new Training(new EngineTrainer(), new Interrupt(), AssertionError::new)
                .run(job, Datasets.open(job.plan().experiment().data()), folder, _ -> {});
    }

    private void goBack(Path place, long step, Checkpoint first) throws Exception {
        Path former;
        try (var folder = TrainingFolder.open(place)) {
            var back = WayBack.to(step, folder);
            assertThat(back.state().step()).isEqualTo(step);
            Job job =
                    back.job(
                            true,
                            Optional.empty(),
                            OptionalInt.empty(),
                            Optional.empty(),
                            List.of());
            former = folder.goBackTo(back.project()).orElseThrow();
            train(job, folder);
        }
        assertSame(newest(place), first);
        for (CheckpointFile one : new CheckpointFolder(former.resolve("checkpoints")).list()) {
            Path again = place.resolve("checkpoints").resolve(one.file().getFileName());
            assertSame(ProjectFile.loadRun(again), ProjectFile.loadRun(one.file()));
        }
    }

    private static Checkpoint newest(Path place) throws Exception {
        return ProjectFile.loadRun(place.resolve("run.atelier"));
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
}
