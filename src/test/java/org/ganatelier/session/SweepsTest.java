package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.project.sweep.Axis;
import org.ganatelier.project.sweep.SweepFile;
import org.ganatelier.sweep.Rejected;
import org.ganatelier.sweep.Row;
import org.ganatelier.sweep.SweepRun.SweepWords;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.Goal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Sweeps of the real engine; the test's thread is the FX thread. */
class SweepsTest {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir private Path folder = Path.of("");

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Thread fxThread = Thread.currentThread();
    private final Experiment base =
            Documents.preset("mlp").withTraining(t -> t.withBatchSize(4)).withName("small");
    private final Session session =
            Session.of(
                    base,
                    new EngineTrainer(),
                    new FakeClassifiers(),
                    new Workers(
                            tasks::add,
                            task -> Thread.ofPlatform().daemon().start(task),
                            () -> Thread.currentThread() == fxThread));
    private final Sweeps sweeps = session.sweeps();
    private final List<Happening> failures = new ArrayList<>();

    private static final SweepWords WORDS =
            new SweepWords() {
                @Override
                public String of(Throwable failure) {
                    return "failed";
                }

                @Override
                public String of(Rejected rejected) {
                    return "rejected";
                }
            };

    @AfterEach
    void close() {
        session.close();
    }

    private static SweepFile file(String path, String... values) {
        return new SweepFile(
                List.of("small"),
                List.of(new Axis(path, new Axis.Listed(List.of(values)))),
                List.of(1L, 2L),
                new Goal.Steps(2),
                OptionalInt.empty(),
                Optional.empty());
    }

    @Test
    void howManyTrainingsThereAreIsToldBeforeAnythingIsWritten() throws Exception {
        sweeps.foretell(base, file("discriminator.layers.3.units", "1", "2"), 1);
        until(
                () ->
                        forecast() instanceof SweepForecast.Possible known
                                && known.seconds().isPresent());
        assertThat(forecast())
                .isInstanceOfSatisfying(
                        SweepForecast.Possible.class,
                        known -> {
                            assertThat(known.trainings()).isEqualTo(2);
                            assertThat(known.rejected()).isEqualTo(1);
                        });
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsWrongIsTold() throws Exception {
        sweeps.foretell(base, file("training.batch", "2"), 1);
        until(() -> sweeps.forecastProperty().get().isPresent());
        assertThat(forecast())
                .isInstanceOfSatisfying(
                        SweepForecast.Wrong.class,
                        wrong -> assertThat(wrong.problems()).hasSize(1));
    }

    @Test
    void allAreTrainedAndWhatIsFinishedIsNotTrainedAgain() throws Exception {
        train();
        assertThat(rows())
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.state()).isEqualTo(Row.State.COMPLETED));
        assertThat(folder.resolve("sweep.json")).exists();
        assertThat(folder.resolve("results.csv")).exists();
        Path first = folder.resolve("cells").resolve(rows().getFirst().cell().orElseThrow().name());
        assertThat(first.resolve("run.atelier")).exists();
        var written = Files.getLastModifiedTime(first.resolve("run.atelier"));

        train();
        assertThat(Files.getLastModifiedTime(first.resolve("run.atelier"))).isEqualTo(written);
        assertThat(failures).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        begin(file.resolve("below"));
        until(() -> !failures.isEmpty());
        assertThat(failures.getFirst()).isInstanceOf(Happening.FileFailed.class);
        assertThat(sweeps.isRunning()).isFalse();
    }

    private void train() throws InterruptedException {
        begin(folder);
        until(sweeps::isRunning);
        until(() -> !sweeps.isRunning());
    }

    private void begin(Path where) {
        var order = new SweepOrder(base, file("training.batchSize", "2", "4"), 2, where);
        sweeps.begin(order, WORDS, failures::add);
    }

    private List<Row> rows() {
        return sweeps.stateProperty().get().orElseThrow().standing().rows();
    }

    private SweepForecast forecast() {
        return sweeps.forecastProperty().get().orElse(new SweepForecast.Wrong(List.of()));
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Objects.requireNonNull(
                            tasks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing happens")
                    .run();
        }
    }
}
