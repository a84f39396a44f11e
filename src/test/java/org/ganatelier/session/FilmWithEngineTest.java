package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.checkpoints.CheckpointFolder;
import org.ganatelier.checkpoints.RunFolders;
import org.ganatelier.data.Samples;
import org.ganatelier.engine.run.EngineTrainer;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.Weights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The film of real runs; the test's thread is the FX thread. */
class FilmWithEngineTest {
    private static final long PATIENCE_SECONDS = 120;
    private static final double STEPS_PER_SECOND = 30;

    @TempDir private Path data;
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Thread fxThread = Thread.currentThread();
    private final EngineTrainer trainer = new EngineTrainer();
    private final Session session =
            Session.of(
                    Documents.preset("mlp").withTraining(t -> t.withBatchSize(4)),
                    trainer,
                    new FakeClassifiers(),
                    new Workers(
                            tasks::add,
                            task -> Thread.ofPlatform().daemon().start(task),
                            () -> Thread.currentThread() == fxThread));
    private final Training training = session.training();
    private final Film film = session.film();

    @BeforeEach
    void keep() {
        film.keepIn(new RunFolders(data));
    }

    @AfterEach
    void close() throws InterruptedException {
        // What is still being written must not find its folder gone.
        CompletableFuture<Void> done = film.finish().thenRunAsync(() -> {}, tasks::add);
        until(done::isDone);
        session.close();
    }

    private RunEntry shown() {
        return session.runs().shownProperty().get().orElseThrow();
    }

    private long step() {
        return training.historyProperty().get().lastStep();
    }

    private static Checkpoint now(RunEntry entry) throws Exception {
        return entry.checkpoint().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Does what waits for the FX thread until something is so. */
    private void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Objects.requireNonNull(
                            tasks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS),
                            "the session came to rest too early")
                    .run();
        }
    }

    private void rest() throws InterruptedException {
        training.pause();
        until(() -> training.stateProperty().get() == TrainingState.PAUSED);
    }

    /** Trains until there are so many frames, with an edit on the way, and rests. */
    private void trainFor(int frames) throws Exception {
        training.speedProperty().set(STEPS_PER_SECOND);
        training.train();
        until(() -> !film.frames().isEmpty());
        session.editor()
                .edit(
                        new EditName.ChangeSeed(),
                        e ->
                                e.withTraining(
                                        t ->
                                                t.withOptimizer(
                                                        Side.GENERATOR,
                                                        t.optimizer(Side.GENERATOR)
                                                                .withLearningRate(0.0005))));
        until(() -> film.frames().size() >= frames);
        rest();
    }

    private static void assertSame(Checkpoint actual, Checkpoint expected) {
        assertThat(actual.step()).isEqualTo(expected.step());
        assertThat(actual.counters()).isEqualTo(expected.counters());
        assertThat(actual.edits()).isEqualTo(expected.edits());
        assertThat(actual.experiment()).isEqualTo(expected.experiment());
        assertThat(actual.arrays().keySet()).isEqualTo(expected.arrays().keySet());
        expected.arrays()
                .forEach(
                        (name, values) ->
                                assertThat(actual.arrays().get(name)).as(name).isEqualTo(values));
    }

    @Test
    void whoGoesBackToAFrameComesToTheSameBitsAndTheRunBeforeIsKept() throws Exception {
        trainFor(3);
        RunEntry first = shown();
        Checkpoint end = now(first);
        assertThat(end.edits()).hasSize(1);
        Frame there = film.frames().get(1);
        assertThat(there.edits()).isEqualTo(end.edits());
        film.lookAt(there);
        film.goBack();
        until(
                () ->
                        shown() != first
                                && training.stateProperty().get() == TrainingState.PAUSED
                                && step() == there.step());
        assertThat(film.lookedAtProperty().get()).isEmpty();
        assertThat(film.frames())
                .extracting(Frame::step)
                .contains(there.step())
                .last()
                .isEqualTo(there.step());
        assertThat(first.wasPutAway()).isTrue();
        assertSame(now(first), end);

        Run run = shown().run().orElseThrow();
        for (long step = there.step(); step < end.step(); step++) {
            run.step(Run.Turn.BOTH);
        }
        until(() -> step() == end.step());
        assertSame(now(shown()), end);
        assertThat(shown().history().firstStep()).as("its curves go on").isEqualTo(1);
    }

    @Test
    void aFrameShowsWhatItsStateMakesAndTheWalkFollows() throws Exception {
        trainFor(2);
        Frame earliest = film.frames().getFirst();
        film.lookAt(earliest);
        assertThat(training.previewProperty().get().orElseThrow().step())
                .isEqualTo(earliest.step());
        assertThat(training.previewProperty().get().orElseThrow().samples())
                .isSameAs(earliest.samples());
        Checkpoint state = ProjectFile.loadRun(earliest.file().file());
        Experiment experiment = state.experiment();
        Plan plan = ((Outcome.Ready) Planner.check(experiment)).plan();
        var noise = GeneratorInput.preview(experiment, RunOptions.live().previews());
        assertThat(earliest.samples().pictures().pixels())
                .isEqualTo(
                        trainer.sample(plan, state, noise, Weights.AVERAGED).pictures().pixels());

        until(() -> film.pastProperty().get().isPresent());
        var before = session.walk().imageProperty().get();
        session.walk().reset();
        until(() -> !session.walk().imageProperty().get().equals(before));
        var middle = GeneratorInput.of(experiment, new float[experiment.latentSize()], 0);
        Samples one = trainer.sample(plan, state, middle, Weights.AVERAGED);
        assertThat(session.walk().imageProperty().get().orElseThrow().pixels())
                .isEqualTo(one.pictures().pixels());

        film.lookAtPresent();
        assertThat(training.previewProperty().get().orElseThrow().step())
                .isGreaterThan(earliest.step());
        assertThat(film.pastProperty().get()).isEmpty();
    }

    @Test
    void aBranchIsADocumentOfItsOwnThatGoesOnFromTheFrame() throws Exception {
        trainFor(2);
        RunEntry first = shown();
        Frame there = film.frames().getFirst();
        int document = session.editor().document();
        film.lookAt(there);
        film.branch("Another way");
        until(
                () ->
                        session.runs().shownProperty().get().isPresent()
                                && shown() != first
                                && training.stateProperty().get() == TrainingState.PAUSED
                                && step() == there.step());
        assertThat(session.editor().document()).isNotEqualTo(document);
        assertThat(session.editor().experimentProperty().get().name()).isEqualTo("Another way");
        assertThat(session.runs().all()).contains(first);
        assertThat(shown().start().parent().orElseThrow().runId()).hasValue(first.id());
        assertThat(film.frames()).extracting(Frame::step).containsExactly(there.step());
        assertSame(
                new Renamed(now(shown())).as(now(first).experiment().name()),
                ProjectFile.loadRun(there.file().file()));
    }

    /** A state whose experiment is called otherwise. */
    private record Renamed(Checkpoint state) {
        Checkpoint as(String name) {
            return new Checkpoint(
                    state.experiment().withName(name),
                    state.step(),
                    state.seconds(),
                    state.arrays(),
                    state.counters(),
                    state.interventions(),
                    state.threads());
        }
    }

    @Test
    void aMarkIsKeptInTheNameOfTheFile() throws Exception {
        trainFor(2);
        Frame there = film.frames().getFirst();
        film.mark(there, true);
        until(() -> film.frames().getFirst().marked());
        Frame marked = film.frames().getFirst();
        assertThat(marked.file().file()).exists();
        assertThat(there.file().file()).doesNotExist();
        film.lookAt(marked);
        film.mark(marked, false);
        until(() -> !film.frames().getFirst().marked());
        assertThat(film.lookedAtProperty().get().orElseThrow().marked()).isFalse();
        assertThat(there.file().file()).exists();
    }

    @Test
    void withoutABudgetNothingIsKept() throws Exception {
        film.budgetProperty().set(0);
        training.train();
        until(() -> step() > 20);
        rest();
        assertThat(film.frames()).isEmpty();
        assertThat(Files.notExists(data.resolve("runs"))).isTrue();
    }

    @Test
    void anotherRunHasAnotherFilmAndTheFoldersStay() throws Exception {
        trainFor(2);
        RunEntry first = shown();
        List<Frame> frames = List.copyOf(film.frames());
        training.reset();
        until(() -> shown() != first);
        assertThat(film.frames()).isEmpty();
        session.runs().show(first.id());
        assertThat(film.frames()).containsAll(frames);
        Path folder = Objects.requireNonNull(frames.getFirst().file().file().getParent());
        assertThat(new CheckpointFolder(folder).list()).isNotEmpty();
    }
}
