package org.ganatelier.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ganatelier.train.FakeClassifiers;
import org.ganatelier.train.FakeTrainer;
import org.ganatelier.train.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

class FxThreadTest {
    private final Thread fxThread = Thread.currentThread();
    private final LaterExecutor later = new LaterExecutor();
    private final Session session =
            Session.of(
                    Documents.preset("digits"),
                    new FakeTrainer(),
                    new FakeClassifiers(),
                    new Workers(later, later, () -> Thread.currentThread() == fxThread));

    /** Something that changes a session. */
    record Door(String name, Consumer<Session> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aChangeFromAnotherThreadIsRefusedAndChangesNothing(Door door) {
        later.runAll();
        var experiment = session.editor().experimentProperty().get();

        assertThatThrownBy(() -> onAnotherThread(() -> door.change().accept(session)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("FX thread")
                .hasMessageContaining("intruder");
        assertThat(later.waiting()).isZero();
        assertThat(session.editor().experimentProperty().get()).isEqualTo(experiment);
        assertThat(session.training().stateProperty().get()).isEqualTo(TrainingState.IDLE);
        assertThat(session.notices().open()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void theFxThreadIsLetIn(Door door) {
        door.change().accept(session);
    }

    private static List<Door> harmless() {
        var file = Path.of("none");
        return List.of(
                new Door(
                        "edit",
                        s -> s.editor().edit(new EditName.ChangeSeed(), e -> e.withSeed(5))),
                new Door("undo", s -> s.editor().undo()),
                new Door("redo", s -> s.editor().redo()),
                new Door("train", s -> s.training().train()),
                new Door("pause", s -> s.training().pause()),
                new Door("step", s -> s.training().step(Run.Turn.BOTH)),
                new Door("reset", s -> s.training().reset()),
                new Door("load", s -> s.documents().load("digits")),
                new Door("open", s -> s.documents().open(file)),
                new Door("save", s -> s.documents().save(file, () -> {})),
                new Door("save the grid", s -> s.pictures().saveGrid(file)),
                new Door(
                        "use files",
                        s -> s.documents().useIdxFiles(file, Optional.empty(), () -> {}, _ -> {})),
                new Door("leave", s -> s.walk().leave()),
                new Door("repaint", s -> s.walk().repaint()),
                new Door("randomise", s -> s.walk().randomise()),
                new Door("go to zero", s -> s.walk().reset()),
                new Door("ask", s -> s.walk().ask(1)),
                new Door("select", s -> s.walk().select(1)),
                new Door("walk", s -> s.walk().walkTo(0.5)),
                new Door("tell", s -> s.notices().inform(new Happening.ImagesSaved(file))),
                new Door("close", Session::close));
    }

    /** Those, and what the FX thread may do only once there is a run. */
    private static List<Door> doors() {
        var all = new ArrayList<>(harmless());
        all.add(new Door("show", s -> s.runs().show(1)));
        all.add(new Door("go on", s -> s.training().goOnWith(1)));
        all.add(new Door("set a value", s -> s.walk().setValue(0, 1)));
        all.add(new Door("choose", s -> s.walk().choose(0)));
        return all;
    }

    private static void onAnotherThread(Runnable change) throws Throwable {
        var thrown = new AtomicReference<Throwable>();
        Thread other = Thread.ofPlatform().name("intruder").unstarted(change);
        other.setUncaughtExceptionHandler((_, failure) -> thrown.set(failure));
        other.start();
        other.join();
        if (thrown.get() != null) {
            throw thrown.get();
        }
    }
}
