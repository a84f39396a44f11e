package org.ganatelier.cli.training;

import org.ganatelier.cli.support.CommandFailure;
import org.ganatelier.cli.support.Interrupt;
import org.ganatelier.data.Dataset;
import org.ganatelier.exchange.table.MetricsCsv;
import org.ganatelier.project.Project;
import org.ganatelier.project.UserFolders;
import org.ganatelier.text.RunFailureText;
import org.ganatelier.text.Words;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Edit;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.RunStart;
import org.ganatelier.train.RunStory;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.watch.WatchedRun;
import org.ganatelier.train.watch.WatchedRun.Beginning;
import org.ganatelier.train.watch.WatchedRun.Result;
import org.ganatelier.train.watch.WatchedRun.Watched;
import org.ganatelier.train.watch.WatchedRun.Watcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A training that leaves a folder. It is saved on its way, so that a killed program loses little,
 * and what it has learnt is kept whatever else goes wrong.
 */
public final class Training {
    private final Trainer trainer;
    private final Interrupt interrupt;
    private final Complaints complaints;
    private final Duration interval;
    private final LastSave lastSave;

    /**
     * @param complaints takes a sentence where something goes wrong that stops no training
     */
    public Training(Trainer trainer, Interrupt interrupt, Consumer<String> complaints) {
        this(
                trainer,
                interrupt,
                complaints,
                Autosaver.INTERVAL,
                UserFolders.ofThisMachine().data().resolve("rescued"));
    }

    /**
     * @param interval between two saves on the way
     * @param elsewhere the folder for what cannot be saved in its place
     */
    Training(
            Trainer trainer,
            Interrupt interrupt,
            Consumer<String> complaints,
            Duration interval,
            Path elsewhere) {
        this.trainer = trainer;
        this.interrupt = interrupt;
        this.complaints = new Complaints(complaints);
        this.interval = interval;
        lastSave = new LastSave(elsewhere);
    }

    /**
     * Trains, and leaves what came of it in the folder.
     *
     * @param talk hears how it goes
     * @throws CommandFailure where the run failed or not all could be written; what was learnt is
     *     saved, and the sentence says where
     */
    public Result run(Job job, Dataset data, TrainingFolder folder, Watcher talk)
            throws IOException {
        folder.begin(job.orders(), job.step());
        try (var figures = new Figures(table(job, folder), folder.files().metrics(), complaints)) {
            Result result = job.isDone() ? done(job) : train(job, data, figures, folder, talk);
            if (result.checkpoint().isPresent()) {
                save(result.checkpoint().get(), result, folder);
                folder.files().paint(trainer, job.plan(), result.checkpoint().get());
            }
            if (result.end() instanceof RunEvent.End.Failed failed) {
                throw failure(failed, result, folder);
            }
            figures.finish();
            if (result.end() instanceof RunEvent.End.Completed) {
                folder.forget();
            }
            return result;
        }
    }

    private static MetricsCsv table(Job job, TrainingFolder folder) throws IOException {
        Path file = folder.files().metrics();
        return job.step() > 0 ? MetricsCsv.goOn(file, job.step()) : MetricsCsv.begin(file);
    }

    private Result train(
            Job job, Dataset data, Figures figures, TrainingFolder folder, Watcher talk)
            throws IOException {
        try (var autosaver = new Autosaver(folder.autosaves(), figures, interval, complaints);
                var checkpoints = Checkpoints.ordered(folder, job, complaints)) {
            return new WatchedRun(trainer, interrupt)
                    .train(
                            new Beginning(job.plan(), data, job.from()),
                            job.options(),
                            new Keeping(figures, autosaver, checkpoints, talk));
        }
    }

    /** Killed between the last step and the last save: all that is left to do is to save. */
    private static Result done(Job job) {
        Beginning.From from = job.from().orElseThrow();
        var parent = new RunStart.Parent(OptionalLong.empty(), from.state().step());
        var start = new RunStart(0, job.plan(), Optional.of(parent), job.threads());
        var story = new RunStory(start, from.past());
        story.accept(new RunEvent.Ended(0, new RunEvent.End.Completed()));
        return new Result(story.record(), Optional.of(from.state()));
    }

    private void save(Checkpoint learnt, Result result, TrainingFolder folder) {
        var project = Project.of(learnt).withPast(RunPast.of(result.record()));
        lastSave.save(folder.files().model(), project);
        folder.saved();
    }

    private static CommandFailure failure(
            RunEvent.End.Failed failed, Result result, TrainingFolder folder) {
        String what = RunFailureText.what(Words.english(), failed.failure());
        return new CommandFailure(
                result.checkpoint()
                        .map(
                                learnt ->
                                        "%s The networks of step %,d are saved as %s."
                                                .formatted(
                                                        what,
                                                        learnt.step(),
                                                        folder.files().model()))
                        .orElse(what));
    }

    /** Lets figures and states be written down besides what is said. */
    private record Keeping(
            Figures figures, Autosaver autosaver, Checkpoints checkpoints, Watcher talk)
            implements Watcher {
        @Override
        public RunOptions ordered(RunOptions options) {
            return talk.ordered(options);
        }

        @Override
        public void shown(RunEvent.Preview preview) {
            talk.shown(preview);
        }

        @Override
        public void measured(Metrics metrics) throws IOException {
            figures.add(metrics);
            checkpoints.measured();
            talk.measured(metrics);
        }

        @Override
        public void edited(Edit edit) {
            talk.edited(edit);
        }

        @Override
        public void started(Watched watched) {
            autosaver.started(watched);
            checkpoints.started(watched);
            talk.started(watched);
        }

        @Override
        public void ended() {
            talk.ended();
        }

        @Override
        public void stepped(Metrics metrics) {
            autosaver.stepped();
            checkpoints.stepped(metrics);
        }
    }
}
