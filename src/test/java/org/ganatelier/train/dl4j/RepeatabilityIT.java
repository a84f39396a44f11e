package org.ganatelier.train.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.data.Datasets;
import org.ganatelier.plan.Plan;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/** The same experiment gives the same bits: in another process, and through a file half-way. */
@DisabledOnOs(OS.WINDOWS)
class RepeatabilityIT {
    private static final int BATCH = 8;
    private static final int STEPS = 500;

    @TempDir private Path folder = Path.of("");

    @Test
    void fiveHundredStepsGiveTheSameBitsInTwoProcessesAndThroughAFile() throws Exception {
        Checkpoint one = trainedByTheProgram("one");
        Checkpoint other = trainedByTheProgram("other");
        assertSame(one, other);

        Plan plan = Nets.ready(Presets.load("digits").withTraining(t -> t.withBatchSize(BATCH)));
        Path half = folder.resolve("half.atelier");
        ProjectFile.save(half, trainedHere(plan, Optional.empty(), STEPS / 2));
        assertSame(one, trainedHere(plan, Optional.of(ProjectFile.load(half)), STEPS));
    }

    private Checkpoint trainedByTheProgram(String name) throws Exception {
        Path app = Path.of(Objects.requireNonNull(System.getProperty("app.folder")));
        var command =
                List.of(
                        app.resolve("bin/gan-atelier").toString(),
                        "train",
                        "--preset=digits",
                        "--set=training.batchSize=" + BATCH,
                        "--threads=1",
                        "--steps=" + STEPS,
                        "--json",
                        "--out=" + folder.resolve(name));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        assertThat(code).isZero();
        return ProjectFile.load(folder.resolve(name).resolve("run.atelier"));
    }

    private static Checkpoint trainedHere(Plan plan, Optional<Checkpoint> from, long steps)
            throws Exception {
        var ended = new CountDownLatch(1);
        Run run =
                new Dl4jTrainer()
                        .start(
                                plan,
                                Datasets.open(plan.experiment().data()),
                                from,
                                RunOptions.batch(
                                        OptionalLong.of(steps),
                                        Optional.empty(),
                                        OptionalInt.of(1)),
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

    private static void assertSame(Checkpoint one, Checkpoint other) {
        assertThat(other.step()).isEqualTo(STEPS).isEqualTo(one.step());
        assertThat(other.counters()).isEqualTo(one.counters());
        assertThat(other.arrays()).containsOnlyKeys(one.arrays().keySet());
        for (Map.Entry<String, float[]> entry : one.arrays().entrySet()) {
            assertThat(other.arrays().get(entry.getKey()))
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue());
        }
    }
}
