package org.ganatelier.train;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.train.quality.VarietyPoint;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The story of one run up to a moment: what a coach, a table, a comparison or a recovery needs to
 * know of it. It never changes and may be read on any thread. {@link RunStory} writes it.
 *
 * @param engine what computed; empty where it is not known yet
 * @param history the figures of every step and the edits, frozen
 * @param playerSteps steps of one player alone, in order
 * @param scores how good the images were, oldest first
 * @param varieties how different the samples were from each other, oldest first
 * @param checkpoints where checkpoints were taken, oldest first
 * @param end how the run ended; empty while it goes on
 * @param revision of the story that this was taken of: of two records of a run the later has the
 *     greater one, and two with the same one are the same
 */
public record RunRecord(
        RunStart start,
        Optional<EngineInfo> engine,
        History history,
        List<PlayerStep> playerSteps,
        List<ScorePoint> scores,
        List<VarietyPoint> varieties,
        List<CheckpointMark> checkpoints,
        Optional<RunEvent.End> end,
        long revision) {
    public RunRecord {
        history = history.frozen();
        playerSteps = List.copyOf(playerSteps);
        scores = List.copyOf(scores);
        varieties = List.copyOf(varieties);
        checkpoints = List.copyOf(checkpoints);
    }

    /** See {@link Run#id}. */
    public long runId() {
        return start.runId();
    }

    /** The experiment that the run began with; where it goes on from another, that began with. */
    public Experiment beginning() {
        return history.experiment();
    }

    /** The experiment with all edits of the run so far. */
    public Experiment experiment() {
        Experiment now = beginning();
        for (Edit edit : edits()) {
            now = edit.applyTo(now);
        }
        return now;
    }

    /** Changes of values while the run went on, in order. */
    public List<Edit> edits() {
        return history.edits();
    }

    /** The figures of the newest step, if there is one. */
    public Optional<Metrics> latest() {
        return history.latest();
    }

    /** Threads of the engine: as many as were asked for, or else what the engine chose. */
    public OptionalInt threads() {
        return start.threads().isPresent()
                ? start.threads()
                : engine.map(known -> OptionalInt.of(known.threads())).orElse(OptionalInt.empty());
    }
}
