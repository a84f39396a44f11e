package org.ganatelier.cli.support;

import org.ganatelier.data.Dataset;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Edit;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.RunRecord;
import org.ganatelier.train.RunStart;
import org.ganatelier.train.RunStory;
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
     * @param record all that it told, its end included
     * @param checkpoint its last good state; empty where it failed before there was one
     */
    public record Result(RunRecord record, Optional<Checkpoint> checkpoint) {
        /** How it ended. */
        public RunEvent.End end() {
            return record.end().orElseThrow();
        }
    }

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
            var start = new RunStart(run.id(), plan, Optional.empty(), options.threads());
            RunRecord told = follow(events, new RunStory(start), watcher);
            return new Result(told, checkpoint(run, told));
        } finally {
            run.close();
        }
    }

    private static RunRecord follow(BlockingQueue<RunEvent> events, RunStory story, Watcher watcher)
            throws IOException {
        while (story.end().isEmpty()) {
            RunEvent event = take(events);
            story.accept(event);
            switch (event) {
                case RunEvent.Measured(_, Metrics metrics) -> watcher.measured(metrics);
                case RunEvent.Edited(_, Edit edit) -> watcher.edited(edit);
                case RunEvent.Preview preview -> watcher.shown(preview);
                case RunEvent.StateChanged _, RunEvent.Stepped _, RunEvent.Ended _ -> {}
            }
        }
        return story.record();
    }

    private static RunEvent take(BlockingQueue<RunEvent> events) {
        try {
            return events.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("The training was interrupted.");
        }
    }

    private static Optional<Checkpoint> checkpoint(Run run, RunRecord told) {
        try {
            return Optional.of(run.checkpoint().join());
        } catch (CompletionException e) {
            if (told.end().filter(RunEvent.End.Failed.class::isInstance).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
