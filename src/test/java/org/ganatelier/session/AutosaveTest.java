package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.Assertions;
import org.ganatelier.project.FormerSession;
import org.ganatelier.project.SessionFolder;
import org.ganatelier.project.SessionFolders;
import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.RunEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** What is kept of unsaved work, and how it comes back. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before each test
final class AutosaveTest {
    /** Where all runs of this test's trainer are when they are saved. */
    private static final OptionalLong AT_SOME_STEP = OptionalLong.of(7);

    @TempDir private Path data;

    private final LaterExecutor fx = new LaterExecutor();
    private final LaterExecutor background = new LaterExecutor();
    private final LaterExecutor writer = new LaterExecutor();
    private final List<Runnable> timers = new ArrayList<>();
    private final FakeTrainer trainer = new FakeTrainer();
    private Session session;
    private SessionFolders folders;
    private SessionFolder folder;
    private Autosave autosave;

    @BeforeEach
    void begin() throws IOException {
        session = session();
        folders = new SessionFolders(data);
        folder = folders.begin();
        autosave = new Autosave(session, folder, writer, (_, task) -> timers.add(task));
        settle();
    }

    @Test
    void whatNobodyChangedIsNotKept() {
        waitAWhile();
        assertThat(writer.waiting()).isZero();
        assertThat(folder.saves().newestMillis()).isEmpty();
    }

    @Test
    void anEditIsKeptAFewSecondsLaterAndOnce() {
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(1));
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(2));
        assertThat(folder.saves().newestMillis()).isEmpty();
        waitAWhile();
        assertThat(kept().work().orElseThrow().experiment().seed()).isEqualTo(2);
        assertThat(kept().work().orElseThrow().step()).isEmpty();

        waitAWhile();
        assertThat(writer.waiting()).isZero();
    }

    @Test
    void aRunIsKeptEveryTwentySecondsOfTraining() {
        train();
        // The trainer of this test takes a second for a step.
        measure(19);
        assertThat(savings()).isZero();
        measure(20);
        assertThat(savings()).isEqualTo(1);
        assertThat(kept().work().orElseThrow().step()).isEqualTo(AT_SOME_STEP);
        measure(39);
        assertThat(savings()).isEqualTo(1);
        measure(40);
        assertThat(savings()).isEqualTo(2);
    }

    @Test
    void aPauseIsKept() {
        train();
        measure(10);
        trainer.run().paintPreview(50, 200);
        trainer.run().tell(RunEvent.State.PAUSED);
        settle();
        waitAWhile();
        assertThat(savings()).isEqualTo(1);
        assertThat(kept().work().orElseThrow().picture()).isPresent();
    }

    @Test
    void whatIsLeftAtTheEndIsKeptAndTheFolderGivenUp() {
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(1));
        CompletableFuture<Void> finished = autosave.finish();
        settle();
        assertThat(finished).isCompleted();
        assertThat(folders.former())
                .singleElement()
                .satisfies(
                        former -> {
                            assertThat(former.endedBadly()).isFalse();
                            assertThat(former.work().orElseThrow().experiment().seed())
                                    .isEqualTo(1);
                        });
    }

    @Test
    void whatIsSavedIsNotKeptBesides() {
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(1));
        waitAWhile();
        session.documents().save(data.resolve("mine.atelier"), () -> {});
        settle();
        CompletableFuture<Void> finished = autosave.finish();
        settle();
        assertThat(finished).isCompleted();
        assertThat(folders.former()).isEmpty();
    }

    @Test
    void aFolderThatIsGoneIsToldOnceAndTriedAgain() throws IOException {
        Path root = data.resolve("sessions");
        Path away = Files.move(root, data.resolve("away"));
        Files.createFile(root);
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(1));
        waitAWhile();
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(2));
        waitAWhile();
        assertThat(session.notices().open())
                .singleElement()
                .extracting(Notice::what)
                .isInstanceOf(Happening.AutosaveFailed.class);

        Files.delete(root);
        Files.move(away, root);
        session.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(3));
        waitAWhile();
        assertThat(folder.saves().newestMillis()).isPresent();
    }

    @Test
    void workOfAFormerSessionOpensBesideWhatIsThere() {
        train();
        measure(10);
        var _ = autosave.finish();
        settle();

        Session next = session();
        next.recoverFrom(folders);
        Recovery recovery = next.recovery().orElseThrow();
        var found = new AtomicReference<List<Recoverable>>(List.of());
        recovery.all(found::set);
        settle();
        List<Recoverable> all = Objects.requireNonNull(found.get());
        assertThat(all).hasSize(1);
        recovery.open(all.getFirst(), "Mine (recovered)");
        settle();

        assertThat(next.editor().experimentProperty().get().name()).isEqualTo("Mine (recovered)");
        assertThat(next.documents().current().unsavedProperty().get()).isTrue();
        assertThat(next.documents().current().fileProperty().get()).isEmpty();
        assertThat(trainer.run().from().orElseThrow().step()).isEqualTo(AT_SOME_STEP.getAsLong());
        // Until the next session has kept it itself, it must not be lost.
        assertThat(folders.former()).hasSize(1);
        next.editor().undo();
        assertThat(next.editor().experimentProperty().get()).isEqualTo(Documents.preset("points"));
    }

    @Test
    void aBadEndIsToldOnceWithWorkOrWithout() throws IOException {
        Path bad = Files.createDirectories(data.resolve("sessions/1"));
        Files.writeString(bad.resolve("running.properties"), "process=4711");
        session.recoverFrom(folders);
        Recovery recovery = session.recovery().orElseThrow();
        for (int start = 0; start < 2; start++) {
            recovery.afterStart(_ -> Assertions.fail());
            settle();
        }
        assertThat(session.notices().open())
                .singleElement()
                .extracting(Notice::what)
                .isEqualTo(new Happening.EndedBadly(Optional.empty()));
        assertThat(bad).doesNotExist();
    }

    private void train() {
        session.training().train();
        settle();
        trainer.run().tell(RunEvent.State.TRAINING);
        settle();
    }

    private void measure(long step) {
        trainer.run().measure(step);
        settle();
    }

    /** How many states were written until now. */
    private int savings() {
        try (var files = Files.list(folder.picture().resolveSibling("."))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("autosave-"))
                    .mapToInt(name -> Integer.parseInt(name.replaceAll("\\D", "")))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Session session() {
        return Session.of(
                Documents.preset("points"),
                trainer,
                new FakeClassifiers(),
                new Workers(fx, background));
    }

    /** What another process would find if this one was killed now. */
    private FormerSession kept() {
        try {
            Path copy = Files.createTempDirectory(data, "copy");
            Path sessions = Files.createDirectories(copy.resolve("sessions/1"));
            try (var files = Files.list(folder.picture().resolveSibling("."))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, sessions.resolve(file.getFileName()));
                }
            }
            return new SessionFolders(copy).former().getFirst();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void waitAWhile() {
        List<Runnable> due = List.copyOf(timers);
        timers.clear();
        due.forEach(Runnable::run);
        settle();
    }

    private void settle() {
        for (int i = 0; i < 6; i++) {
            fx.runAll();
            background.runAll();
            writer.runAll();
        }
        fx.runAll();
    }
}
