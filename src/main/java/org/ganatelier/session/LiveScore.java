package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.measure.LiveScorer;
import org.ganatelier.measure.ScoredRun;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.quality.ScorePoint;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * How good the run's images are, again and again while it trains, in the eyes of the judge of its
 * data. FX thread only.
 */
public final class LiveScore {
    /** What can be said about the run's images. */
    public sealed interface State {
        /** There is no run. */
        record NoRun() implements State {}

        /** The data is the user's own, which no judge knows. */
        record NoJudge() implements State {}

        /** The first score has not come yet. */
        record Waiting() implements State {}

        /** The judge could not look at the images, and will not try again. */
        record Failed() implements State {}

        /**
         * There are scores.
         *
         * @param all of the run so far, oldest first, at least one
         */
        record Scored(DataSpec.Bundled data, List<ScorePoint> all) implements State {
            public Scored {
                all = List.copyOf(all);
            }

            /** The newest. */
            public ScorePoint newest() {
                return all.getLast();
            }
        }
    }

    private final Function<DataSpec.Bundled, LiveScorer> scorers;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.NoRun());
    private final List<ScorePoint> points = new ArrayList<>();
    private @Nullable Opened opened;
    private Optional<ScoredRun> judged = Optional.empty();

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
    void follow(Optional<Run> next) {
        judged = next.flatMap(this::judged);
        points.clear();
        Optional<State> first = next.map(_ -> atFirst(judged.isPresent()));
        state.set(first.orElseGet(State.NoRun::new));
    }

    /** The run has shown images, so there may be time for a score. */
    void shown(RunEvent.Preview preview) {
        long step = preview.step();
        judged.ifPresent(
                run -> {
                    run.shown(
                            step,
                            score -> fx.execute(() -> take(run, new ScorePoint(step, score))));
                    if (run.failed() && points.isEmpty()) {
                        state.set(new State.Failed());
                    }
                });
    }

    /** Ends the judging. */
    void close() {
        follow(Optional.empty());
        if (opened != null) {
            opened.scorer.close();
            opened = null;
        }
    }

    private void take(ScoredRun of, ScorePoint point) {
        if (judged.filter(of::equals).isPresent()) {
            points.add(point);
            judgedBy(of.run()).ifPresent(data -> state.set(new State.Scored(data, points)));
        }
    }

    private Optional<ScoredRun> judged(Run run) {
        return judgedBy(run).map(data -> new ScoredRun(run, run.plan().experiment(), scorer(data)));
    }

    private static State atFirst(boolean hasJudge) {
        return hasJudge ? new State.Waiting() : new State.NoJudge();
    }

    private static Optional<DataSpec.Bundled> judgedBy(Run run) {
        return switch (run.plan().experiment().data()) {
            case DataSpec.Bundled bundled -> Optional.of(bundled);
            case DataSpec.IdxFiles _ -> Optional.empty();
        };
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
