package org.ganatelier.cli.training;

import org.ganatelier.checkpoints.Cadence.Moment;
import org.ganatelier.checkpoints.CheckpointFile;
import org.ganatelier.checkpoints.CheckpointKeeper;
import org.ganatelier.checkpoints.CheckpointKeeper.Kept;
import org.ganatelier.project.FileProblem;
import org.ganatelier.text.FileText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.train.watch.WatchedRun.Watched;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Keeps the checkpoints that a training was told to keep, if any. */
final class Checkpoints implements AutoCloseable {
    private final Optional<CheckpointKeeper> keeper;
    private final CompletableFuture<Watched> watched = new CompletableFuture<>();
    private volatile Optional<ScorePoint> score = Optional.empty();

    /** Of the run's own thread. */
    private long before;

    private Checkpoints(Optional<CheckpointKeeper> keeper, long before) {
        this.keeper = keeper;
        this.before = before;
    }

    /** As its folder says, from where the training begins. */
    static Checkpoints ordered(TrainingFolder folder, Job job, Complaints complaints)
            throws IOException {
        Optional<CheckpointOrder> order = CheckpointOrder.of(folder.checkpoints());
        if (order.isPresent()) {
            folder.checkpoints().tidy();
        }
        var begin = new Moment(job.step(), job.from().map(of -> of.state().seconds()).orElse(0.0));
        return new Checkpoints(
                order.map(
                        of ->
                                new CheckpointKeeper(
                                        folder.checkpoints(),
                                        of.cadence(),
                                        of::thinning,
                                        begin,
                                        listener(complaints))),
                job.step());
    }

    private static CheckpointKeeper.Listener listener(Complaints complaints) {
        return new CheckpointKeeper.Listener() {
            @Override
            public void kept(List<CheckpointFile> all) {}

            @Override
            public void failed(FileProblem problem) {
                complaints.say(
                        FileText.say(Words.english(), problem)
                                + " Training goes on without this checkpoint.");
            }
        };
    }

    /** The run is on its way. */
    void started(Watched run) {
        watched.complete(run);
    }

    /** On the thread that watches: all scores so far have been told. */
    void measured() {
        Watched run = watched.join();
        if (!run.story().scores().isEmpty()) {
            score = Optional.of(run.story().scores().getLast());
        }
    }

    /** A step is done. On the run's thread, which makes the copy before its next step. */
    void stepped(Metrics metrics) {
        if (keeper.isPresent()) {
            // The first step may be done before whoever started the run knows it.
            Watched run = watched.join();
            keeper.get()
                    .stepped(
                            new Moment(metrics.step(), metrics.seconds()),
                            () -> state(run, metrics));
        }
    }

    private CompletableFuture<Kept> state(Watched run, Metrics metrics) {
        long former = before;
        before = metrics.step();
        // One from before the last checkpoint says nothing of this one.
        Optional<ScorePoint> ofThis = score.filter(point -> point.step() > former);
        return run.run()
                .checkpoint()
                .thenApply(state -> new Kept(state, RunPast.of(state, metrics, ofThis)));
    }

    /** Waits until what is being written is written. */
    @Override
    public void close() {
        keeper.ifPresent(CheckpointKeeper::close);
    }
}
