package org.ganatelier.sweep;

import org.ganatelier.data.Dataset;
import org.ganatelier.exchange.folder.RunFolder;
import org.ganatelier.exchange.table.MetricsCsv;
import org.ganatelier.files.SafeFile;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.CellResultJson;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.project.ProjectJson;
import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.project.sweep.CellResult.Leg;
import org.ganatelier.project.sweep.CellResult.Outcome;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunEvent.End;
import org.ganatelier.train.RunFailure;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.quality.Score;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.train.watch.StopSignal;
import org.ganatelier.train.watch.WatchedRun;
import org.ganatelier.train.watch.WatchedRun.Beginning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Trains one cell on one thread of the engine, to the same bits wherever that is done. For any
 * thread, several at a time.
 */
public final class CellRunner {
    /** What the experiment of a cell is called in its folder. */
    private static final String EXPERIMENT = "experiment.json";

    private static final String SCORE = "score.json";
    private static final OptionalInt THREADS = OptionalInt.of(1);

    private final Trainer trainer;
    private final Scorers scorers;
    private final CellResult.Place place;
    private final DataSets data = new DataSets();

    /**
     * @param place what computes
     */
    public CellRunner(Trainer trainer, Scorers scorers, CellResult.Place place) {
        this.trainer = trainer;
        this.scorers = scorers;
        this.place = place;
    }

    /**
     * Does a task and leaves its files in a folder, where those of the cell's earlier legs are. A
     * training that diverges is a result. The calling thread watches and returns at the end.
     *
     * @param attempt 1, or more where it had to be tried again
     * @param stop ends it early
     * @param listener hears the figures of each step
     * @return empty where it was stopped
     * @throws EngineException where the engine cannot go on for a reason that is not the
     *     experiment's
     * @throws IOException where a file cannot be written
     */
    public Optional<CellResult> run(
            CellTask task, Path folder, int attempt, StopSignal stop, Consumer<Metrics> listener)
            throws IOException, ProjectException {
        var files = new RunFolder(folder);
        Plan plan = task.cell().plan();
        Optional<Beginning.From> from = from(task, files);
        if (from.isEmpty()) {
            begin(plan, folder);
        }
        Optional<Checkpoint> done =
                from.map(Beginning.From::state).filter(task.goal()::isReachedBy);
        if (done.isPresent()) {
            // Stopped between what was learnt and what came of it.
            return Optional.of(reached(task, done.get(), files, attempt));
        }
        WatchedRun.Result result =
                train(new Beginning(plan, dataOf(plan), from), task, files, stop, listener);
        if (result.end() instanceof End.Stopped) {
            return Optional.empty();
        }
        Optional<Outcome> lost =
                result.end() instanceof End.Failed failed
                        ? Optional.of(outcome(failed))
                        : Optional.empty();
        Checkpoint learnt =
                result.checkpoint()
                        .orElseThrow(() -> new EngineException(new RunFailure.NothingToSave()));
        ProjectFile.save(files.model(), Project.of(learnt).withPast(RunPast.of(result.record())));
        return Optional.of(
                lost.isPresent()
                        ? lost(task, lost.get(), result, learnt, files, attempt)
                        : reached(task, learnt, files, attempt));
    }

    private static Optional<Beginning.From> from(CellTask task, RunFolder files)
            throws ProjectException {
        if (task.before().isEmpty()) {
            return Optional.empty();
        }
        Project project = ProjectFile.load(files.model());
        return project.run()
                .map(
                        state ->
                                new Beginning.From(
                                        state, project.past().orElseGet(() -> RunPast.of(state))));
    }

    private static void begin(Plan plan, Path folder) throws IOException {
        Files.createDirectories(folder);
        byte[] json = ProjectJson.write(plan.experiment()).getBytes(StandardCharsets.UTF_8);
        SafeFile.write(folder.resolve(EXPERIMENT), out -> out.write(json));
    }

    private Dataset dataOf(Plan plan) {
        return data.open(plan.experiment().data());
    }

    private WatchedRun.Result train(
            Beginning beginning,
            CellTask task,
            RunFolder files,
            StopSignal stop,
            Consumer<Metrics> listener)
            throws IOException {
        long step = beginning.from().map(of -> of.state().step()).orElse(0L);
        try (MetricsCsv csv =
                step > 0
                        ? MetricsCsv.goOn(files.metrics(), step)
                        : MetricsCsv.begin(files.metrics())) {
            return new WatchedRun(trainer, stop)
                    .train(
                            beginning,
                            task.goal().options(THREADS),
                            metrics -> {
                                csv.add(metrics);
                                if (csv.enoughWait()) {
                                    csv.flush();
                                }
                                listener.accept(metrics);
                            });
        }
    }

    /** What no other machine would do better is a result; all else is to be tried again. */
    private static Outcome outcome(End.Failed failed) {
        return switch (failed.failure()) {
            case RunFailure.Diverged _ -> Outcome.DIVERGED;
            case RunFailure.Overflowed _ -> Outcome.OVERFLOWED;
            default -> throw new EngineException(failed.failure(), failed.cause());
        };
    }

    private CellResult reached(CellTask task, Checkpoint learnt, RunFolder files, int attempt)
            throws IOException {
        files.paint(trainer, task.cell().plan(), learnt);
        Optional<Score> score =
                task.score().isPresent()
                        ? scorers.score(task.cell().plan(), learnt, task.score().getAsInt())
                        : Optional.empty();
        if (score.isPresent()) {
            CellResultJson.write(
                    files.folder().resolve(SCORE), new ScorePoint(learnt.step(), score.get()));
        }
        var leg = new Leg(learnt.step(), learnt.seconds(), score);
        return result(task, Outcome.REACHED, leg, learnt, attempt);
    }

    private CellResult lost(
            CellTask task,
            Outcome outcome,
            WatchedRun.Result result,
            Checkpoint kept,
            RunFolder files,
            int attempt)
            throws IOException {
        files.paint(trainer, task.cell().plan(), kept);
        // The step that it came to, though the state that is kept may be an earlier one.
        var leg =
                result.record()
                        .latest()
                        .map(last -> new Leg(last.step(), last.seconds(), Optional.empty()))
                        .orElseGet(() -> new Leg(kept.step(), kept.seconds(), Optional.empty()));
        return result(task, outcome, leg, kept, attempt);
    }

    private CellResult result(
            CellTask task, Outcome outcome, Leg leg, Checkpoint state, int attempt) {
        var legs = new ArrayList<Leg>();
        task.before().ifPresent(before -> legs.addAll(before.legs()));
        legs.add(leg);
        return new CellResult(task.cell().name(), outcome, legs, place, attempt, Sha256.of(state));
    }
}
