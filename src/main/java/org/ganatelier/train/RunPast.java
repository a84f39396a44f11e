package org.ganatelier.train;

import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.train.quality.VarietyPoint;

import java.util.List;
import java.util.Optional;

/**
 * What a run told up to a state that another run goes on from: where curves, marks and scores of
 * the other begin. It never changes and may be read on any thread.
 *
 * @param history the figures of every step and the edits, frozen
 * @param playerSteps steps of one player alone, in order
 * @param scores how good the images were, oldest first
 * @param varieties how different the samples were from each other, oldest first
 * @param checkpoints where checkpoints were taken, oldest first
 */
public record RunPast(
        History history,
        List<PlayerStep> playerSteps,
        List<ScorePoint> scores,
        List<VarietyPoint> varieties,
        List<CheckpointMark> checkpoints) {
    public RunPast {
        history = history.frozen();
        playerSteps = List.copyOf(playerSteps);
        scores = List.copyOf(scores);
        varieties = List.copyOf(varieties);
        checkpoints = List.copyOf(checkpoints);
    }

    /** All that a run has told. */
    public static RunPast of(RunRecord record) {
        return new RunPast(
                record.history(),
                record.playerSteps(),
                record.scores(),
                record.varieties(),
                record.checkpoints());
    }

    /** Of a state of which nothing else is known: its step, its time, its edits. */
    public static RunPast of(Checkpoint state) {
        var history = new History(state.beginning());
        state.edits().forEach(history::mark);
        if (state.step() > 0) {
            history.add(Metrics.unmeasured(state.step(), state.seconds()));
        }
        return new RunPast(
                history, state.interventions().halfSteps(), List.of(), List.of(), List.of());
    }

    /**
     * Of a state of which the newest figures alone are known.
     *
     * @param newest figures, of the last step or an earlier one
     * @param score of its images, where there is one
     */
    public static RunPast of(Checkpoint state, Metrics newest, Optional<ScorePoint> score) {
        var history = new History(state.beginning());
        state.edits().forEach(history::mark);
        history.add(newest);
        return new RunPast(
                history,
                state.interventions().halfSteps(),
                score.stream().toList(),
                List.of(),
                List.of());
    }

    /** What was known at a state of the run. */
    public RunPast until(Checkpoint state) {
        long step = state.step();
        if (history.lastStep() <= step
                && history.edits().stream().allMatch(edit -> edit.step() <= step)
                && playerSteps.stream().allMatch(half -> half.step() < step)
                && scores.stream().allMatch(score -> score.step() <= step)
                && varieties.stream().allMatch(variety -> variety.step() <= step)
                && checkpoints.stream().allMatch(mark -> mark.step() <= step)) {
            return this;
        }
        return new RunPast(
                history.until(step, state.seconds()),
                playerSteps.stream().filter(half -> half.step() < step).toList(),
                scores.stream().filter(score -> score.step() <= step).toList(),
                varieties.stream().filter(variety -> variety.step() <= step).toList(),
                checkpoints.stream().filter(mark -> mark.step() <= step).toList());
    }
}
