package org.ganatelier.session;

import org.ganatelier.data.Grid;
import org.ganatelier.data.Images;
import org.ganatelier.exchange.image.Png;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.SessionFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Keeps what is not saved yet in the folder of the session, while it is trained and shortly after
 * each edit: what is lost when the process dies is at most that old. FX thread only.
 */
public final class Autosave {
    /** From an edit to its saving: further edits until then are saved with it. */
    public static final Duration AFTER_AN_EDIT = Duration.ofSeconds(4);

    /** Seconds of training between two savings: with the writing of the second at most 30. */
    static final double TRAINING_SECONDS = 20;

    private static final int COLUMNS = 8;
    private static final int GAP = 2;
    private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);

    private final Session session;
    private final SessionFolder folder;
    private final Executor writer;
    private final Later later;
    private AutosavedState saved = AutosavedState.NOTHING;
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private boolean editWaits;
    private boolean told;
    private long run;
    private double savedSeconds;

    /** Does something after a time, on the FX thread. */
    @FunctionalInterface
    public interface Later {
        void after(Duration time, Runnable task);
    }

    /**
     * Begins to look after a session.
     *
     * @param writer writes one state after the other, on a thread that is in nobody's way
     */
    public Autosave(Session session, SessionFolder folder, Executor writer, Later later) {
        this.session = session;
        this.folder = folder;
        this.writer = writer;
        this.later = later;
        session.editor().experimentProperty().subscribe(this::edited);
        session.documents().current().noteProperty().subscribe(this::edited);
        session.training().stateProperty().subscribe(this::rested);
        session.training()
                .currentMetricsProperty()
                .subscribe(_ -> session.training().current().ifPresent(this::trained));
    }

    /**
     * The window closes: saves what is not saved yet, and gives up the folder.
     *
     * @return completes on the FX thread when that is done
     */
    public CompletableFuture<Void> finish() {
        return writing.thenCompose(_ -> save())
                .handle(
                        (_, _) -> {
                            end();
                            return null;
                        });
    }

    private void end() {
        OpenDocument document = session.documents().current();
        try {
            folder.end(!document.unsavedProperty().get() && document.unsavedElsewhere().isEmpty());
        } catch (IOException e) {
            LOG.warn("The folder of the session stays", e);
        }
    }

    private void edited() {
        if (!editWaits) {
            editWaits = true;
            later.after(
                    AFTER_AN_EDIT,
                    () -> {
                        editWaits = false;
                        var _ = save();
                    });
        }
    }

    private void rested(TrainingState state) {
        if (state != TrainingState.TRAINING && state != TrainingState.LOADING) {
            edited();
        }
    }

    private void trained(RunEntry current) {
        if (current.id() != run) {
            run = current.id();
            savedSeconds = current.savedSeconds();
        }
        if (current.trainedSeconds() - savedSeconds >= TRAINING_SECONDS) {
            var _ = save();
        }
    }

    /** Completes on the FX thread; at once where there is nothing new, or while one is written. */
    private CompletableFuture<Void> save() {
        AutosavedState now = AutosavedState.of(session);
        boolean unsaved = session.documents().current().unsavedProperty().get();
        if (!writing.isDone() || !unsaved || now.equals(saved)) {
            return writing;
        }
        session.training().current().ifPresent(current -> savedSeconds = current.trainedSeconds());
        writing = session.documents().project().thenCompose(project -> write(project, now));
        return writing;
    }

    private CompletableFuture<Void> write(Project project, AutosavedState now) {
        Optional<Images> images = session.training().imagesProperty().getValue();
        return CompletableFuture.runAsync(() -> write(project, images), writer)
                .handleAsync(
                        (_, failure) -> {
                            if (failure == null) {
                                saved = now;
                            } else {
                                fail(failure.getCause() == null ? failure : failure.getCause());
                            }
                            return null;
                        },
                        session.workers().fx());
    }

    private void write(Project project, Optional<Images> images) {
        try {
            folder.saves().save(project);
            if (images.isPresent()) {
                Png.write(Grid.of(images.get(), COLUMNS, GAP), folder.picture());
            }
        } catch (ProjectException e) {
            throw new AutosaveFailure(e.problem(), e);
        } catch (IOException e) {
            throw new AutosaveFailure(FileProblem.of(e), e);
        }
    }

    /** Told once: it is tried again all the time. */
    private void fail(Throwable failure) {
        LOG.warn("What is not saved yet could not be kept", failure);
        if (!told && failure instanceof AutosaveFailure known) {
            told = true;
            session.notices().error(new Happening.AutosaveFailed(known.problem()), null);
        }
    }
}
