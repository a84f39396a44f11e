package org.ganatelier.train.watch;

import org.ganatelier.data.Dataset;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Edit;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunFailure;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.RunRecord;
import org.ganatelier.train.RunStart;
import org.ganatelier.train.RunStory;
import org.ganatelier.train.Trainer;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/** A run from its start to its end, watched by the thread that started it. */
public final class WatchedRun {
    /**
     * A run on its way.
     *
     * @param story all that it told so far; for the thread that watches alone, which may add what
     *     it finds out
     * @param watcher does something on the thread that watches, after all that was told before
     */
    public record Watched(Run run, RunStory story, Executor watcher) {}

    /** Hears of every step, in order. */
    @FunctionalInterface
    public interface Watcher {
        /** What it asks of the run, besides what was asked for. */
        default RunOptions ordered(RunOptions options) {
            return options;
        }

        /** The figures of a step. */
        void measured(Metrics metrics) throws IOException;

        /** A value was changed before the next step. */
        default void edited(Edit edit) {}

        /** The run is on its way; nothing was told of it yet. */
        default void started(Watched watched) {}

        /** The run has shown images. */
        default void shown(RunEvent.Preview preview) {}

        /** Nothing more will be told. */
        default void ended() {}

        /**
         * A step is done. Called on the run's own thread, before the run is {@link #started} too.
         */
        default void stepped(Metrics metrics) {}
    }

    /**
     * What a run begins with.
     *
     * @param from where it goes on, with what was told up to there
     */
    public record Beginning(Plan plan, Dataset data, Optional<From> from) {
        /** A state and its story. */
        public record From(Checkpoint state, RunPast past) {}

        /** With initial weights. */
        public Beginning(Plan plan, Dataset data) {
            this(plan, data, Optional.empty());
        }

        private RunStory story(Run run, RunOptions options) {
            Optional<RunStart.Parent> parent =
                    from.map(of -> new RunStart.Parent(OptionalLong.empty(), of.state().step()));
            var start = new RunStart(run.id(), plan, parent, options.threads());
            return from.map(of -> new RunStory(start, of.past()))
                    .orElseGet(() -> new RunStory(start));
        }
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

    /** Something for the thread that watches. */
    @FunctionalInterface
    private interface Task {
        void run(Following following) throws IOException;
    }

    /** What the thread that watches works with. */
    private record Following(RunStory story, Watcher watcher) {
        void hear(RunEvent event) throws IOException {
            story.accept(event);
            switch (event) {
                case RunEvent.Measured(_, Metrics metrics) -> watcher.measured(metrics);
                case RunEvent.Edited(_, Edit edit) -> watcher.edited(edit);
                case RunEvent.Preview preview -> watcher.shown(preview);
                case RunEvent.StateChanged _,
                        RunEvent.Stepped _,
                        RunEvent.Dissected _,
                        RunEvent.Ended _ -> {}
            }
        }
    }

    private final Trainer trainer;
    private final StopSignal stop;

    public WatchedRun(Trainer trainer, StopSignal stop) {
        this.trainer = trainer;
        this.stop = stop;
    }

    /**
     * Trains until the run ends by itself or is stopped.
     *
     * @throws IOException from the watcher, which ends the run
     * @throws CancellationException where the thread is interrupted, which ends the run
     */
    public Result train(Beginning beginning, RunOptions options, Watcher watcher)
            throws IOException {
        // Without bound: the run must not wait for a slow disk or terminal, and none may be lost.
        var tasks = new LinkedBlockingQueue<Task>();
        Run run =
                trainer.start(
                        beginning.plan(),
                        beginning.data(),
                        beginning.from().map(Beginning.From::state),
                        watcher.ordered(options),
                        event -> {
                            tasks.add(following -> following.hear(event));
                            if (event instanceof RunEvent.Measured(_, Metrics metrics)) {
                                watcher.stepped(metrics);
                            }
                        });
        try {
            stop.whenAsked(run::stop);
            var following = new Following(beginning.story(run, options), watcher);
            Executor later = task -> tasks.add(_ -> task.run());
            watcher.started(new Watched(run, following.story(), later));
            while (following.story().end().isEmpty()) {
                take(tasks).run(following);
            }
            watcher.ended();
            return new Result(following.story().record(), checkpoint(run));
        } finally {
            run.close();
        }
    }

    private static Task take(BlockingQueue<Task> tasks) {
        try {
            return tasks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static Optional<Checkpoint> checkpoint(Run run) {
        try {
            return Optional.of(run.checkpoint().join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof EngineException known
                    && known.failure() instanceof RunFailure.NothingToSave) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
