package org.ganatelier.cli.training;

import org.ganatelier.project.Autosaves;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.text.FileText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.watch.WatchedRun.Watched;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Saves a run now and then while it goes on. The run's thread only makes a copy, between two steps;
 * the thread that watches adds what was told up to there; a thread of low priority writes.
 */
final class Autosaver implements AutoCloseable {
    /**
     * Seconds between two saves. A killed program loses that, the time that a save takes, and the
     * step that was going on.
     */
    static final Duration INTERVAL = Duration.ofSeconds(20);

    private final Autosaves files;
    private final Figures figures;
    private final long interval;
    private final Complaints complaints;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService writer = writer();

    private volatile @Nullable Watched watched;
    private volatile long savedAt = System.nanoTime();

    /**
     * @param figures are written as often as the run is saved
     */
    Autosaver(Autosaves files, Figures figures, Duration interval, Complaints complaints) {
        this.files = files;
        this.figures = figures;
        this.interval = interval.toNanos();
        this.complaints = complaints;
    }

    /** The run is on its way. */
    void started(Watched run) {
        watched = run;
    }

    /** A step is done. On the run's thread, which makes the copy before its next step. */
    void stepped() {
        Watched run = watched;
        if (run == null
                || System.nanoTime() - savedAt < interval
                || !busy.compareAndSet(false, true)) {
            return;
        }
        savedAt = System.nanoTime();
        var _ =
                run.run()
                        .checkpoint()
                        .whenCompleteAsync(
                                (state, failure) -> {
                                    if (failure == null) {
                                        write(state, run);
                                    }
                                },
                                run.watcher());
    }

    /** On the thread that watches: all figures up to the state have been told. */
    private void write(Checkpoint state, Watched run) {
        figures.flush();
        Project project = Project.of(state).withPast(RunPast.of(run.story().record()));
        writer.execute(
                () -> {
                    try {
                        save(project);
                    } finally {
                        busy.set(false);
                    }
                });
    }

    private void save(Project project) {
        try {
            files.save(project);
        } catch (ProjectException e) {
            complaints.say(
                    FileText.say(Words.english(), e.problem())
                            + " Training goes on: it is tried again every %d seconds."
                                    .formatted(Duration.ofNanos(interval).toSeconds()));
        }
    }

    /** Waits until what is being written is written. */
    @Override
    public void close() {
        writer.close();
    }

    // A hint only: the training matters more than when exactly a copy is on the disk.
    @SuppressWarnings("ThreadPriorityCheck")
    private static ExecutorService writer() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform()
                        .name("autosave")
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
    }
}
