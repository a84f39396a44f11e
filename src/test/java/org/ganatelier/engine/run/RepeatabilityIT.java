package org.ganatelier.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Datasets;
import org.ganatelier.engine.network.Nets;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Edit;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.LiveSetting;
import org.ganatelier.train.LiveSettings;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/**
 * The same experiment with the same edits on its way gives the same bits: in another process, and
 * through a file half-way.
 */
@DisabledOnOs(OS.WINDOWS)
class RepeatabilityIT {
    private static final int BATCH = 8;
    private static final int STEPS = 500;

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "training.batchSize", Integer.toString(BATCH),
                    "training.averageDecay", "0.99",
                    "objective.instanceNoise", "0.1");

    /** One before the file, one at its step, one after it. */
    private static final Map<Long, String> EDITS =
            Map.of(
                    100L,
                    "training.generatorOptimizer.learningRate=0.0005",
                    STEPS / 2L,
                    "training.discriminatorSteps=2",
                    400L,
                    "objective.labelSmoothing=0.1");

    @TempDir private Path folder = Path.of("");

    @Test
    void fiveHundredStepsGiveTheSameBitsInTwoProcessesAndThroughAFile() throws Exception {
        Checkpoint one = trainedByTheProgram("one");
        Checkpoint other = trainedByTheProgram("other");
        assertSame(one, other);

        Plan plan = Nets.ready(ProjectJson.withOverrides(Presets.load("digits"), SETTINGS));
        Path half = folder.resolve("half.atelier");
        ProjectFile.save(half, trainedHere(plan, Optional.empty(), STEPS / 2));
        Checkpoint saved = ProjectFile.loadRun(half);
        Plan reached = Nets.ready(saved.experiment());
        assertSame(one, trainedHere(reached, Optional.of(saved), STEPS));
    }

    private Checkpoint trainedByTheProgram(String name) throws Exception {
        Path app = Path.of(Objects.requireNonNull(System.getProperty("app.folder")));
        var command = new ArrayList<String>();
        command.add(app.resolve("bin/gan-atelier").toString());
        command.addAll(List.of("train", "--preset=digits", "--threads=1", "--json"));
        SETTINGS.forEach((path, value) -> command.add("--set=" + path + "=" + value));
        EDITS.forEach((step, change) -> command.add("--edit=" + step + ":" + change));
        command.add("--steps=" + STEPS);
        command.add("--out=" + folder.resolve(name));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        assertThat(code).isZero();
        return ProjectFile.loadRun(folder.resolve(name).resolve("run.atelier"));
    }

    private static Checkpoint trainedHere(Plan plan, Optional<Checkpoint> from, long steps)
            throws Exception {
        var ended = new CountDownLatch(1);
        Run run =
                new EngineTrainer()
                        .start(
                                plan,
                                Datasets.open(plan.experiment().data()),
                                from,
                                RunOptions.batch(
                                                OptionalLong.of(steps),
                                                Optional.empty(),
                                                OptionalInt.of(1))
                                        .replaying(edits()),
                                event -> {
                                    if (event instanceof RunEvent.Ended) {
                                        ended.countDown();
                                    }
                                });
        ended.await();
        Checkpoint state = run.checkpoint().get();
        run.close();
        return state;
    }

    private static Interventions edits() {
        List<Edit> edits =
                EDITS.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(
                                entry -> {
                                    String[] change = entry.getValue().split("=", 2);
                                    LiveSetting setting = LiveSettings.at(change[0]).orElseThrow();
                                    return new Edit(entry.getKey(), setting, "", change[1]);
                                })
                        .toList();
        return new Interventions(edits, List.of());
    }

    private static void assertSame(Checkpoint one, Checkpoint other) {
        assertThat(other.step()).isEqualTo(STEPS).isEqualTo(one.step());
        assertThat(other.counters()).isEqualTo(one.counters());
        assertThat(other.edits()).isEqualTo(one.edits()).hasSameSizeAs(EDITS.keySet());
        assertThat(other.experiment()).isEqualTo(one.experiment());
        assertThat(other.arrays()).containsOnlyKeys(one.arrays().keySet());
        for (Map.Entry<String, float[]> entry : one.arrays().entrySet()) {
            assertThat(other.arrays().get(entry.getKey()))
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue());
        }
    }
}
