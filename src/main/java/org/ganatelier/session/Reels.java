package org.ganatelier.session;

import org.ganatelier.checkpoints.Cadence;
import org.ganatelier.checkpoints.RunFolders;
import org.ganatelier.checkpoints.Thinning;
import org.ganatelier.project.FileProblem;
import org.ganatelier.train.RunStart;
import org.ganatelier.train.Trainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The films of all runs that are known: each run gets one with its first step, in a folder of its
 * own, and keeps checkpoints as long as it can go on. FX thread only.
 */
final class Reels {
    /** Of the budget: the runs before are worth something too. */
    private static final int RUNS_IN_BUDGET = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Reels.class);

    private final Runs runs;
    private final Trainer trainer;
    private final Workers workers;
    private final Notices notices;
    private final Runnable changed;
    private final Map<Long, Reel> reels = new HashMap<>();
    private final Set<Long> opening = new HashSet<>();
    private Optional<RunFolders> folders = Optional.empty();
    private Cadence cadence = new Cadence.Adaptive();
    private volatile long mostBytes;
    private boolean complained;

    /**
     * @param changed called when there are other frames in one of them
     */
    Reels(Runs runs, Trainer trainer, Workers workers, Notices notices, Runnable changed) {
        this.runs = runs;
        this.trainer = trainer;
        this.workers = workers;
        this.notices = notices;
        this.changed = changed;
        runs.currentProperty().subscribe(this::closeEnded);
    }

    /**
     * From now on checkpoints are kept there.
     *
     * @param often when one is due, in runs that begin
     */
    void keepIn(RunFolders place, Cadence often) {
        folders = Optional.of(place);
        cadence = often;
    }

    /** Where they are kept, where any are. */
    Optional<RunFolders> place() {
        return folders;
    }

    /** What the checkpoints of all runs may take on the disk; 0: none are kept. */
    void setBudget(long bytes) {
        mostBytes = bytes;
    }

    /** The film of a run, or of the run that it goes on from, up to there. */
    List<Frame> framesOf(RunEntry entry) {
        Reel reel = reels.get(entry.id());
        if (reel != null) {
            return reel.frames();
        }
        return before(entry).map(other -> other.framesUntil(Reel.begin(entry))).orElse(List.of());
    }

    /** The film of a run, where it has one. */
    Optional<Reel> of(RunEntry entry) {
        return Optional.ofNullable(reels.get(entry.id()));
    }

    private Optional<Reel> before(RunEntry entry) {
        return entry.start().parent().map(RunStart.Parent::runId).stream()
                .flatMap(id -> id.stream().boxed())
                .flatMap(id -> Optional.ofNullable(reels.get(id)).stream())
                .findFirst();
    }

    /** A run has done a step. */
    void trained(RunEntry entry) {
        Reel reel = reels.get(entry.id());
        if (reel != null) {
            reel.trained();
        } else if (folders.isPresent()
                && mostBytes > 0
                && entry.run().isPresent()
                && entry.hasLearnt()
                && opening.add(entry.id())) {
            open(entry, folders.get());
        }
    }

    /** A run has come to rest. */
    void rests(RunEntry entry) {
        of(entry).ifPresent(Reel::rests);
    }

    private void open(RunEntry entry, RunFolders place) {
        Optional<Reel> before = before(entry);
        String name = entry.start().experiment().name();
        workers.work(
                () -> place.begin(name),
                held -> {
                    reels.put(entry.id(), new Reel(entry, before, held, env(place)));
                    closeEnded();
                    changed.run();
                },
                failure -> LOG.warn("No checkpoints are kept in {}", place.path(), failure));
    }

    private Reel.Env env(RunFolders place) {
        return new Reel.Env(
                trainer,
                workers,
                cadence,
                () -> new Thinning(mostBytes / RUNS_IN_BUDGET, Thinning.USUAL_MOST),
                () -> cleanUp(place),
                changed,
                this::fail);
    }

    /** On the thread that writes. */
    private void cleanUp(RunFolders place) {
        try {
            place.cleanUp(mostBytes);
        } catch (IOException e) {
            LOG.warn("Old checkpoints stay in {}", place.path(), e);
        }
    }

    /** Runs that are closed need no keeper, and those that are forgotten no film. */
    private void closeEnded() {
        Set<Long> known = new HashSet<>();
        runs.all().forEach(entry -> known.add(entry.id()));
        for (Reel reel : List.copyOf(reels.values())) {
            if (reel.entry().run().isEmpty()) {
                var _ = reel.close();
            }
        }
        reels.keySet().retainAll(known);
    }

    /** Told once: the next checkpoint is tried all the same. */
    private void fail(FileProblem problem) {
        LOG.warn("A checkpoint could not be kept: {}", problem);
        if (!complained) {
            complained = true;
            notices.error(new Happening.CheckpointFailed(problem), null);
        }
    }

    /**
     * Keeps no more checkpoints.
     *
     * @return completes when all are written
     */
    CompletableFuture<Void> close() {
        folders = Optional.empty();
        return CompletableFuture.allOf(
                reels.values().stream().map(Reel::close).toArray(CompletableFuture[]::new));
    }
}
