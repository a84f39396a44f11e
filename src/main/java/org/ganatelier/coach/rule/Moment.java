package org.ganatelier.coach.rule;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.train.Buckets;
import org.ganatelier.train.Edit;
import org.ganatelier.train.History;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunRecord;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.train.quality.VarietyPoint;

import java.util.List;
import java.util.Optional;

/**
 * What was known of a run after one of its steps: what a rule looks at. Curves and scores count
 * from the newest edit on, as what was before is no longer how it is trained.
 */
public final class Moment {
    /** Buckets that a window is read from: up to so many steps it is exact. */
    private static final int BUCKETS = 64;

    private final RunRecord record;
    private final long step;
    private final List<Edit> edits;
    private final Experiment experiment;

    /**
     * @param step up to which the record counts
     */
    public Moment(RunRecord record, long step) {
        this.record = record;
        this.step = step;
        edits = record.edits().stream().filter(edit -> edit.step() <= step).toList();
        Experiment now = record.beginning();
        for (Edit edit : edits) {
            now = edit.applyTo(now);
        }
        experiment = now;
    }

    /** How many steps are done. */
    public long step() {
        return step;
    }

    /** The experiment with the edits so far. */
    public Experiment experiment() {
        return experiment;
    }

    /** What the two networks minimise now. */
    public Objective objective() {
        return experiment.objective();
    }

    /** Whether G minimises this loss. */
    public boolean minimises(Class<? extends Loss> loss) {
        return loss.isInstance(objective().loss());
    }

    /** What D's output means. */
    public ScoreMeaning meaning() {
        return objective().loss().scoreMeaning();
    }

    /** The edits so far, in order. */
    public List<Edit> edits() {
        return edits;
    }

    /** Steps done since the newest edit, or since the beginning. */
    public long stepsSinceEdit() {
        return step - since();
    }

    /** The step after which all that counts lies: that of the newest edit, or the beginning. */
    public long since() {
        return edits.isEmpty()
                ? record.history().firstStep() - 1
                : Math.max(record.history().firstStep() - 1, edits.getLast().step());
    }

    /** The newest steps of a curve, of those since the newest edit. */
    public Window newest(Curve curve, long steps) {
        return window(curve, Math.max(since() + 1, step - steps + 1), step);
    }

    /** Some steps of a curve, the last included. */
    public Window window(Curve curve, long from, long to) {
        return from > to
                ? new Window(0, Double.NaN, Double.NaN, Double.NaN)
                : Window.of(record.history().thin(curve, from, to, BUCKETS));
    }

    /** The newest steps of a curve, thinned to at most so many buckets. */
    public Buckets thinned(Curve curve, long steps, int most) {
        return record.history().thin(curve, Math.max(since() + 1, step - steps + 1), step, most);
    }

    /** The steps that are known. */
    public History history() {
        return record.history();
    }

    /** Scores since the newest edit, oldest first. */
    public List<ScorePoint> scores() {
        long from = since();
        return record.scores().stream()
                .filter(score -> score.step() > from && score.step() <= step)
                .toList();
    }

    /** The newest score since the newest edit. */
    public Optional<ScorePoint> score() {
        return scores().stream().reduce((_, later) -> later);
    }

    /** Whether images are scored at all in this run: a set without a classifier has no scores. */
    public boolean isScored() {
        return !record.scores().isEmpty();
    }

    /** Comparisons of samples since the newest edit, oldest first. */
    public List<VarietyPoint> varieties() {
        long from = since();
        return record.varieties().stream()
                .filter(point -> point.step() > from && point.step() <= step)
                .toList();
    }

    /** The newest comparison since the newest edit. */
    public Optional<VarietyPoint> variety() {
        return varieties().stream().reduce((_, later) -> later);
    }

    /** How the run ended, if this was its last step. */
    public Optional<RunEvent.End> end() {
        return step >= record.history().lastStep() ? record.end() : Optional.empty();
    }

    /** How many steps the run does in so many seconds, on average; at least 1. */
    public long stepsIn(double seconds) {
        double trained = record.latest().map(Metrics::seconds).orElse(0.0);
        long done = record.history().lastStep();
        return trained > 0 ? Math.max(1, Math.round(done / trained * seconds)) : 1;
    }
}
