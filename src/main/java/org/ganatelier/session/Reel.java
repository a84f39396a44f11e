package org.ganatelier.session;

import org.ganatelier.checkpoints.Cadence;
import org.ganatelier.checkpoints.Cadence.Moment;
import org.ganatelier.checkpoints.CheckpointFile;
import org.ganatelier.checkpoints.CheckpointFolder;
import org.ganatelier.checkpoints.CheckpointKeeper;
import org.ganatelier.checkpoints.CheckpointKeeper.Kept;
import org.ganatelier.checkpoints.Distances;
import org.ganatelier.checkpoints.RunFolders;
import org.ganatelier.checkpoints.Thinning;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.project.FileProblem;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Edit;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.History;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;
import org.ganatelier.train.quality.ScorePoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The checkpoints of one run: they are kept while it goes on, each with what its generator makes of
 * the noise of the previews. FX thread only, but for what the keeper tells.
 */
final class Reel implements CheckpointKeeper.Listener {
    /** Of training: a pause after less is worth no checkpoint of its own. */
    private static final double WORTH_KEEPING = 0.5;

    private final RunEntry entry;
    private final Optional<Reel> before;
    private final Env env;
    private final RunFolders.Held held;
    private final CheckpointKeeper keeper;
    private List<Frame> own = List.of();
    private CompletableFuture<Kept> asked =
            CompletableFuture.failedFuture(new IllegalStateException());
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private long lastStep;
    private boolean closed;

    /**
     * What a reel works with.
     *
     * @param trainer makes the images
     * @param cadence when a checkpoint is due
     * @param limits what the checkpoints of one run may take
     * @param kept called on the thread that writes, after each checkpoint
     * @param changed called when there are other frames
     * @param failed told when a checkpoint cannot be written
     */
    record Env(
            Trainer trainer,
            Workers workers,
            Cadence cadence,
            Supplier<Thinning> limits,
            Runnable kept,
            Runnable changed,
            Consumer<FileProblem> failed) {}

    /**
     * @param before the checkpoints of the run that this one goes on from, where they are known
     * @param held the folder for its own
     */
    Reel(RunEntry entry, Optional<Reel> before, RunFolders.Held held, Env env) {
        this.entry = entry;
        this.before = before;
        this.held = held;
        this.env = env;
        lastStep = begin(entry);
        keeper =
                new CheckpointKeeper(
                        held.folder(),
                        env.cadence,
                        env.limits,
                        new Moment(lastStep, entry.trainedSeconds()),
                        this);
    }

    /** The step that a run began at. */
    static long begin(RunEntry entry) {
        return entry.start().parent().map(parent -> parent.step()).orElse(0L);
    }

    /** The run that it is of. */
    RunEntry entry() {
        return entry;
    }

    /** All frames in the order of their steps, those of the run before among them. */
    List<Frame> frames() {
        List<Frame> all =
                Stream.concat(
                                before.stream()
                                        .flatMap(reel -> reel.framesUntil(begin(entry)).stream()),
                                own.stream())
                        .toList();
        return withEdits(all, entry.history().edits());
    }

    /** Those up to a step. */
    List<Frame> framesUntil(long step) {
        return frames().stream().filter(frame -> frame.step() <= step).toList();
    }

    private static List<Frame> withEdits(List<Frame> frames, List<Edit> edits) {
        var result = new ArrayList<Frame>();
        long from = -1;
        for (Frame frame : frames) {
            long after = from;
            result.add(
                    frame.withEdits(
                            edits.stream()
                                    .filter(edit -> edit.step() > after)
                                    .filter(edit -> edit.step() <= frame.step())
                                    .toList()));
            from = frame.step();
        }
        return result;
    }

    /** The run has done a step. */
    void trained() {
        if (!closed) {
            keeper.stepped(now(), this::state);
        }
    }

    /** The run has come to rest. */
    void rests() {
        if (!closed && entry.history().lastStep() > lastStep) {
            keeper.rests(now(), WORTH_KEEPING, this::state);
        }
    }

    private Moment now() {
        return new Moment(entry.history().lastStep(), entry.trainedSeconds());
    }

    private CompletableFuture<Kept> state() {
        asked =
                entry.checkpoint()
                        .thenApplyAsync(state -> new Kept(state, told(state)), env.workers.fx());
        return asked;
    }

    /** All figures up to the state have been told by now. */
    private RunPast told(Checkpoint state) {
        long former = lastStep;
        lastStep = state.step();
        // A score from before the last checkpoint says nothing of this one.
        Optional<ScorePoint> score =
                entry.scores().stream()
                        .filter(point -> point.step() > former && point.step() <= state.step())
                        .reduce((_, newest) -> newest);
        return RunPast.of(state, figures(entry.history(), state), score);
    }

    private static Metrics figures(History history, Checkpoint state) {
        long step = state.step();
        return new Metrics(
                step,
                Double.NaN,
                state.seconds(),
                history.value(Curve.GENERATOR_LOSS, step),
                history.value(Curve.DISCRIMINATOR_LOSS, step),
                history.value(Curve.D_REAL, step),
                history.value(Curve.D_FAKE, step),
                Double.NaN);
    }

    /** On the thread that writes: what this takes counts as part of a checkpoint's cost. */
    @Override
    public void written(CheckpointFile file, Kept kept) {
        Checkpoint state = kept.state();
        Experiment experiment = state.experiment();
        Plan begun = entry.start().plan();
        var plan = new Plan(experiment, begun.generator(), begun.discriminator());
        var noise = GeneratorInput.preview(experiment, RunOptions.live().previews());
        Samples samples = env.trainer.sample(plan, state, noise, Weights.AVERAGED);
        var frame = new Frame(file, state.seconds(), samples, Distances.of(kept.told()), List.of());
        env.workers.fx().execute(() -> add(frame));
    }

    private void add(Frame frame) {
        var frames = new ArrayList<>(own);
        frames.removeIf(other -> other.step() == frame.step());
        frames.add(frame);
        own = frames;
    }

    @Override
    public void kept(List<CheckpointFile> all) {
        env.kept.run();
        env.workers.fx().execute(() -> keepOnly(all));
    }

    private void keepOnly(List<CheckpointFile> all) {
        Map<Long, CheckpointFile> there = new HashMap<>();
        all.forEach(file -> there.put(file.step(), file));
        own =
                own.stream()
                        .flatMap(
                                frame ->
                                        Optional.ofNullable(there.get(frame.step())).stream()
                                                .map(frame::withFile))
                        .toList();
        env.changed.run();
    }

    @Override
    public void failed(FileProblem problem) {
        env.workers.fx().execute(() -> env.failed.accept(problem));
    }

    /** Marks a checkpoint of this run or of those before it, or takes the mark back. */
    void mark(Frame frame, boolean marked) {
        boolean isOwn = own.stream().anyMatch(one -> one.step() == frame.step());
        if (!isOwn) {
            before.ifPresent(reel -> reel.mark(frame, marked));
            return;
        }
        CheckpointFolder folder = held.folder();
        Runnable work =
                () -> {
                    try {
                        folder.mark(frame.file(), marked);
                        kept(folder.list());
                    } catch (IOException e) {
                        failed(FileProblem.of(e));
                    }
                };
        if (!keeper.execute(work)) {
            env.workers.background().execute(work);
        }
    }

    /**
     * Its run goes on no more: the last state is kept, and the folder given back.
     *
     * @return completes when that is done
     */
    CompletableFuture<Void> close() {
        if (closed) {
            return released;
        }
        if (entry.canGoOn() && entry.history().lastStep() > lastStep) {
            keeper.rests(now(), 0, this::state);
        }
        closed = true;
        // What is asked for is written first: the keeper hears of it before this goes on.
        var _ =
                asked.handle((_, _) -> null)
                        .thenRunAsync(
                                () -> env.workers.background().execute(this::release),
                                env.workers.fx());
        return released;
    }

    private void release() {
        keeper.close();
        try {
            held.close();
        } catch (IOException e) {
            failed(FileProblem.of(e));
        } finally {
            released.complete(null);
        }
    }
}
