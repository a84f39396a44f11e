package org.ganatelier.train;

import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.train.quality.VarietyPoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The story of one run while it is written: the one place where what a run tells, and what is found
 * out about it, is put together. It only grows. Owned by one thread; {@link #record} is for all
 * others.
 */
public final class RunStory {
    private final RunStart start;
    private final History history;
    private final List<PlayerStep> playerSteps = new ArrayList<>();
    private final List<ScorePoint> scores = new ArrayList<>();
    private final List<VarietyPoint> varieties = new ArrayList<>();
    private final List<CheckpointMark> checkpoints = new ArrayList<>();
    private Optional<EngineInfo> engine = Optional.empty();
    private Optional<RunEvent.End> end = Optional.empty();
    private long revision;

    /** The story of a run that has told nothing yet. */
    public RunStory(RunStart start) {
        this.start = start;
        history = new History(start.experiment());
    }

    /**
     * The story of a run that goes on from another's state.
     *
     * @param past what the other told up to that state: it is part of this story too
     */
    public RunStory(RunStart start, RunPast past) {
        this.start = start;
        history = past.history().growing();
        playerSteps.addAll(past.playerSteps());
        scores.addAll(past.scores());
        varieties.addAll(past.varieties());
        checkpoints.addAll(past.checkpoints());
    }

    /**
     * Takes in what the run tells. Its state and its previews are of the moment, and a step taken
     * apart is told by its figures: they are no part of the story.
     *
     * @throws IllegalArgumentException if another run tells it
     * @throws IllegalStateException if the run has told its end before
     */
    public void accept(RunEvent event) {
        if (event.runId() != start.runId()) {
            throw new IllegalArgumentException(
                    "Run " + event.runId() + " is no part of the story of " + start.runId());
        }
        if (end.isPresent()) {
            throw new IllegalStateException("The end comes last, but after it came " + event);
        }
        switch (event) {
            case RunEvent.Measured(_, Metrics metrics) -> append(() -> history.add(metrics));
            case RunEvent.Edited(_, Edit edit) -> append(() -> history.mark(edit));
            case RunEvent.Stepped(_, PlayerStep step) -> append(() -> playerSteps.add(step));
            case RunEvent.Ended(_, RunEvent.End told) -> append(() -> end = Optional.of(told));
            case RunEvent.StateChanged _, RunEvent.Preview _, RunEvent.Dissected _ -> {}
        }
    }

    /** Images of the run were scored; that may take longer than the run. */
    public void scored(ScorePoint point) {
        append(() -> scores.add(point));
    }

    /** Samples of the run were compared with each other; that may take longer than the run. */
    public void varied(VarietyPoint point) {
        append(() -> varieties.add(point));
    }

    /** A checkpoint was taken. */
    public void kept(CheckpointMark mark) {
        append(() -> checkpoints.add(mark));
    }

    /** It is known what computes. */
    public void computedBy(EngineInfo known) {
        append(() -> engine = Optional.of(known));
    }

    private void append(Runnable part) {
        part.run();
        revision++;
    }

    /** How often something was appended: another number means another story. */
    public long revision() {
        return revision;
    }

    /** How it began. */
    public RunStart start() {
        return start;
    }

    /** The figures of every step, and the edits; grows with the story. */
    public History history() {
        return history;
    }

    /** How good the images were, oldest first; grows with the story. */
    public List<ScorePoint> scores() {
        return Collections.unmodifiableList(scores);
    }

    /** How it ended; empty while it goes on. */
    public Optional<RunEvent.End> end() {
        return end;
    }

    /** The story so far, which will not change any more. Takes little of the memory anew. */
    public RunRecord record() {
        return new RunRecord(
                start, engine, history, playerSteps, scores, varieties, checkpoints, end, revision);
    }
}
