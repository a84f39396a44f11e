package org.ganatelier;

import javafx.application.Platform;

import org.ganatelier.checkpoints.RunFolders;
import org.ganatelier.project.SessionFolders;
import org.ganatelier.session.Autosave;
import org.ganatelier.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the unsaved work of a session, and checkpoints of its runs, in the user's data folder. FX
 * thread only.
 */
class Keeping {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

    /** Longer than the last saving takes, unless a step does: then the one before must do. */
    private static final int PATIENCE_SECONDS = 5;

    private final Session session;
    private final Optional<Autosave> autosave;

    private Keeping(Session session, Optional<Autosave> autosave) {
        this.session = session;
        this.autosave = autosave;
    }

    /** Keeps nothing. */
    private static Keeping nothing(Session session) {
        return new Keeping(session, Optional.empty());
    }

    /** Keeps checkpoints as long as the window is open, for one that leaves nothing behind. */
    static Keeping briefly(Session session) {
        try {
            Path data = Files.createTempDirectory("gan-atelier");
            var place = new RunFolders(data);
            session.film().keepIn(place);
            return new Keeping(session, Optional.empty()) {
                @Override
                CompletableFuture<Void> finish() {
                    return super.finish().thenRun(() -> remove(place, data));
                }
            };
        } catch (IOException e) {
            LOG.warn("No checkpoints are kept", e);
            return nothing(session);
        }
    }

    private static void remove(RunFolders place, Path data) {
        try {
            place.cleanUp(0);
            Files.deleteIfExists(place.path());
            Files.deleteIfExists(data);
        } catch (IOException e) {
            LOG.warn("Checkpoints stay in {}", data, e);
        }
    }

    /**
     * Begins to keep the work, and lets the session recover that of former ones. Where the folder
     * cannot be written to, the window works without.
     *
     * @param data the folder of what the user would miss
     */
    static Keeping begin(Session session, Path data) {
        var folders = new SessionFolders(data);
        session.recoverFrom(folders);
        session.film().keepIn(new RunFolders(data));
        try {
            return new Keeping(
                    session,
                    Optional.of(new Autosave(session, folders.begin(), writer(), Keeping::later)));
        } catch (IOException e) {
            LOG.warn("Unsaved work cannot be kept in {}", data, e);
            return nothing(session);
        }
    }

    /** Keeps the last state; completes on the FX thread. */
    CompletableFuture<Void> finish() {
        CompletableFuture<Void> saved =
                autosave.map(Autosave::finish)
                        .orElseGet(() -> CompletableFuture.completedFuture(null));
        CompletableFuture<Void> kept =
                CompletableFuture.allOf(saved, session.film().finish())
                        .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS);
        return kept.thenRunAsync(() -> {}, Platform::runLater);
    }

    // A hint only: to train and to draw matter more than when exactly a copy is on the disk.
    @SuppressWarnings("ThreadPriorityCheck")
    private static Executor writer() {
        return Executors.newSingleThreadExecutor(
                task ->
                        Thread.ofPlatform()
                                .daemon()
                                .name("autosave")
                                .priority(Thread.MIN_PRIORITY)
                                .unstarted(task));
    }

    private static void later(Duration time, Runnable task) {
        CompletableFuture.delayedExecutor(
                        time.toMillis(), TimeUnit.MILLISECONDS, Platform::runLater)
                .execute(task);
    }
}
