package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.data.DataException;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.SweepException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Reads and writes files in the background, and tells what failed. FX thread only. */
final class FileWork {
    private final Workers workers;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Optional<Activity>> busy =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private final ReadOnlyObjectWrapper<Optional<Path>> lastUsed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final HeldFile held = new HeldFile();

    FileWork(Workers workers, Notices notices) {
        this.workers = workers;
        this.notices = notices;
    }

    /** What is being read or written, if anything. */
    ReadOnlyObjectProperty<Optional<Activity>> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The file that was opened or saved last. */
    ReadOnlyObjectProperty<Optional<Path>> lastUsedProperty() {
        return lastUsed.getReadOnlyProperty();
    }

    /** A file was opened or saved. */
    void used(Path file) {
        lastUsed.set(Optional.of(file));
    }

    /** The file that the document is saved to. */
    HeldFile held() {
        return held;
    }

    void requireFxThread() {
        workers.fxThread().require();
    }

    /** Something is about to be read or written. */
    void begin(Activity what) {
        busy.set(Optional.of(what));
    }

    /** Works in the background; a failure is told to the user. */
    <T> void visibly(Activity what, Callable<T> task, Consumer<T> done) {
        begin(what);
        workers.work(
                task,
                result -> {
                    busy.set(Optional.empty());
                    notices.wentWell(Notices.Topic.FILES);
                    done.accept(result);
                },
                this::fail);
    }

    /**
     * Works in the background, and tells nobody.
     *
     * @param refused told why it failed
     */
    <T> void quietly(Callable<T> task, Consumer<T> done, Consumer<Happening> refused) {
        workers.work(task, done, failure -> refused.accept(happeningOf(failure)));
    }

    /** Tells something worth knowing. */
    void tell(Happening what) {
        notices.inform(what);
    }

    /** Tells what is not as it should be. */
    void warn(Happening what) {
        notices.error(what, null);
    }

    /** Does something later, on the FX thread. */
    void later(Runnable task) {
        workers.fx().execute(task);
    }

    private void fail(Throwable failure) {
        busy.set(Optional.empty());
        // Of a file that is none of ours, or that is held, all is said.
        boolean expected =
                failure instanceof ProjectException
                        || failure instanceof DataException
                        || failure instanceof RefusedImportException
                        || failure instanceof FileHeldException;
        notices.error(happeningOf(failure), expected ? null : failure);
    }

    static Happening happeningOf(Throwable failure) {
        return switch (failure) {
            case FileHeldException held -> new Happening.FileHeld(held.file());
            case RefusedImportException refused -> refused.happening();
            // Of a sweep file: the others come up once this one is mended.
            case SweepException known -> new Happening.FileFailed(known.problems().getFirst());
            case ProjectException known -> new Happening.FileFailed(known.problem());
            case DataException known -> new Happening.DataRefused(known.problem());
            case IOException io -> new Happening.FileFailed(FileProblem.of(io));
            default -> new Happening.ActionFailed(failure.toString());
        };
    }

    static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
