package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.measure.LiveScorer;
import org.ganatelier.measure.ScoredRun;
import org.ganatelier.train.quality.Score;
import org.ganatelier.train.quality.ScorePoint;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How good the current run's images are, again and again while it trains, in the eyes of the
 * classifier of its data; its scores are in its {@link RunEntry}. FX thread only.
 */
public final class LiveScore {
    /** What can be said about the run's images. */
    public sealed interface State {
        /** There is no run. */
        record NoRun() implements State {}

        /** The data is the user's own, which no classifier knows. */
        record NoClassifier() implements State {}

        /** The first score has not come yet. */
        record Waiting() implements State {}

        /** The run was put away before its first score. */
        record NoScores() implements State {}

        /** The classifier could not look at the images, and will not try again. */
        record Failed() implements State {}

        /**
         * There are scores.
         *
         * @param all of the run so far, oldest first, at least one
         * @param outdated whether the run has gone on by more than a few per cent of its steps
         *     since the newest
         */
        record Scored(DataSpec.Bundled data, List<ScorePoint> all, boolean outdated)
                implements State {
            public Scored {
                all = List.copyOf(all);
            }

            /** The newest. */
            public ScorePoint newest() {
                return all.getLast();
            }
        }
    }

    /** A score that lies further back than this share of the steps is outdated. */
    static final double FEW_STEPS = 0.05;

    private final Function<DataSpec.Bundled, LiveScorer> scorers;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.NoRun());
    private Optional<RunEntry> shown = Optional.empty();
    private OptionalLong step = OptionalLong.empty();
    private Optional<RunEntry> scored = Optional.empty();
    private Optional<ScoredRun> scoring = Optional.empty();
    private boolean begun;
    private Subscription following = Subscription.EMPTY;
    private @Nullable Opened opened;

    /** The scorer of a set; it outlives the runs on it. */
    private record Opened(DataSpec.Bundled data, LiveScorer scorer) {}

    /**
     * @param scorers makes the scorer of a set
     */
    LiveScore(Function<DataSpec.Bundled, LiveScorer> scorers, Executor fx) {
        this.scorers = scorers;
        this.fx = fx;
    }

    /** What can be said now. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Scores this run from now on, or none. */
    void follow(Optional<RunEntry> next) {
        following.unsubscribe();
        scored = next;
        scoring = next.flatMap(this::scoring);
        begun = false;
        following =
                next.map(
                                entry ->
                                        Subscription.combine(
                                                entry.previewProperty().subscribe(_ -> look()),
                                                entry.restingProperty().subscribe(_ -> look())))
                        .orElse(Subscription.EMPTY);
        update();
    }

    /** Tells of this run from now on, whether it is the one that is scored or an earlier one. */
    void show(Optional<RunEntry> next) {
        shown = next;
        update();
    }

    /** Tells of the run that is shown as it was after so many steps, or as it is now. */
    void lookAt(OptionalLong earlier) {
        step = earlier;
        update();
    }

    /** Ends the scoring. */
    void close() {
        follow(Optional.empty());
        show(Optional.empty());
        if (opened != null) {
            opened.scorer.close();
            opened = null;
        }
    }

    /** The run has shown images or stands still, so it may be time for a score. */
    private void look() {
        scored.ifPresent(
                entry ->
                        entry.previewProperty()
                                .get()
                                .ifPresent(
                                        preview ->
                                                scoring.ifPresent(
                                                        run -> look(entry, run, preview.step()))));
        update();
    }

    private void look(RunEntry entry, ScoredRun run, long step) {
        Consumer<Score> answer = score -> fx.execute(() -> take(run, new ScorePoint(step, score)));
        if (!begun) {
            begun = true;
            run.begin();
        }
        if (entry.restingProperty().get()) {
            run.rests(step, answer);
        } else {
            run.shown(step, answer);
        }
    }

    private void take(ScoredRun of, ScorePoint point) {
        if (scoring.filter(of::equals).isPresent()) {
            scored.ifPresent(entry -> entry.scored(point));
            // The run may have come to rest while these were looked at.
            look();
        }
    }

    private void update() {
        state.set(shown.map(this::stateOf).orElseGet(State.NoRun::new));
    }

    private State stateOf(RunEntry entry) {
        Optional<DataSpec.Bundled> data = classifierOf(entry);
        if (data.isEmpty()) {
            return new State.NoClassifier();
        }
        List<ScorePoint> scores = scoresOf(entry);
        if (!scores.isEmpty()) {
            boolean outdated = step.isEmpty() && outdated(entry);
            return new State.Scored(data.get(), scores, outdated);
        }
        if (step.isPresent()) {
            return new State.NoScores();
        }
        if (scored.filter(entry::equals).isEmpty()) {
            return new State.NoScores();
        }
        return scoring.filter(ScoredRun::failed).isPresent()
                ? new State.Failed()
                : new State.Waiting();
    }

    private List<ScorePoint> scoresOf(RunEntry entry) {
        return step.isEmpty()
                ? entry.scores()
                : entry.scores().stream()
                        .filter(score -> score.step() <= step.getAsLong())
                        .toList();
    }

    private static boolean outdated(RunEntry entry) {
        long now = entry.history().lastStep();
        return now - entry.scores().getLast().step() > FEW_STEPS * now;
    }

    private Optional<ScoredRun> scoring(RunEntry entry) {
        return entry.run()
                .flatMap(
                        run ->
                                classifierOf(entry)
                                        .map(
                                                data ->
                                                        new ScoredRun(
                                                                run,
                                                                entry.start().experiment(),
                                                                scorer(data))));
    }

    private static Optional<DataSpec.Bundled> classifierOf(RunEntry entry) {
        return entry.start().experiment().data().bundled();
    }

    private LiveScorer scorer(DataSpec.Bundled data) {
        Opened known = opened;
        if (known != null && known.data.equals(data)) {
            return known.scorer;
        }
        if (known != null) {
            known.scorer.close();
        }
        var made = new Opened(data, scorers.apply(data));
        opened = made;
        return made.scorer;
    }
}
