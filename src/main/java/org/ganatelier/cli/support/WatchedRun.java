package org.ganatelier.cli.support;

import org.ganatelier.data.Dataset;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Edit;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.Trainer;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/** A run from its start to its end, watched by the thread that started it. */
public final class WatchedRun {
    /** Hears of every step, in order. */
    @FunctionalInterface
    public interface Watcher {
        /** The figures of a step. */
        void measured(Metrics metrics) throws IOException;

        /** A value was changed before the next step. */
        default void edited(Edit edit) {}

        /** The run is on its way; nothing was told of it yet. */
        default void started(Run run) {}

        /** The run has shown images. */
        default void shown(RunEvent.Preview preview) {}
    }

    /**
     * What came of a run.
     *
     * @param checkpoint its last good state; empty where it failed before there was one
     */
    public record Result(RunEvent.End end, Optional<Checkpoint> checkpoint) {}

    private final Trainer trainer;
    private final Interrupt interrupt;

    public WatchedRun(Trainer trainer, Interrupt interrupt) {
        this.trainer = trainer;
        this.interrupt = interrupt;
    }

    /**
     * Trains until the run ends by itself or is interrupted.
     *
     * @throws IOException from the watcher, which ends the run
     */
    public Result train(Plan plan, Dataset data, RunOptions options, Watcher watcher)
            throws IOException {
        // Without bound: the run must not wait for a slow disk or terminal, and none may be lost.
        var events = new LinkedBlockingQueue<RunEvent>();
        Run run = trainer.start(plan, data, Optional.empty(), options, events::add);
        try {
            interrupt.whenAsked(run::stop);
            watcher.started(run);
            RunEvent.End end = follow(events, watcher);
            return new Result(end, checkpoint(run, end));
        } finally {
            run.close();
        }
    }

    private static RunEvent.End follow(BlockingQueue<RunEvent> events, Watcher watcher)
            throws IOException {
        while (true) {
            switch (take(events)) {
                case RunEvent.Measured(_, Metrics metrics) -> watcher.measured(metrics);
                case RunEvent.Ended(_, RunEvent.End end) -> {
                    return end;
                }
                case RunEvent.Edited(_, Edit edit) -> watcher.edited(edit);
                case RunEvent.Preview preview -> watcher.shown(preview);
                case RunEvent.StateChanged _, RunEvent.Stepped _ -> {}
            }
        }
    }

    private static RunEvent take(BlockingQueue<RunEvent> events) {
        try {
            return events.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("The training was interrupted.");
        }
    }

    private static Optional<Checkpoint> checkpoint(Run run, RunEvent.End end) {
        try {
            return Optional.of(run.checkpoint().join());
        } catch (CompletionException e) {
            if (end instanceof RunEvent.End.Failed) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
