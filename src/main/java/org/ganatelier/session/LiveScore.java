package org.ganatelier.session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.data.Images;
import org.ganatelier.measure.LiveScorer;
import org.ganatelier.measure.Score;
import org.ganatelier.spec.DataSpec;
import org.ganatelier.spec.Experiment;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.PreviewNoise;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * How good the run's images are, again and again while it trains, in the eyes of the judge of its
 * data. The images are made of fixed noise, so that scores differ only because the generator
 * learned. FX thread only.
 */
public final class LiveScore {
    /** Few enough to be scored every few seconds, enough to see a class of three in a hundred. */
    public static final int IMAGES = 500;

    /** What can be said about the run's images. */
    public sealed interface State {
        /** There is no run. */
        record NoRun() implements State {}

        /** The data is the user's own, which no judge knows. */
        record NoJudge() implements State {}

        /** The first score has not come yet. */
        record Waiting() implements State {}

        /**
         * There are scores.
         *
         * @param all of the run so far, oldest first, at least one
         */
        record Scored(DataSpec.Collection data, List<Point> all) implements State {
            public Scored {
                all = List.copyOf(all);
            }

            /** The newest. */
            public Point newest() {
                return all.getLast();
            }
        }
    }

    /** A score and the step at which the images were made. */
    public record Point(long step, Score score) {}

    private final Function<DataSpec.Collection, LiveScorer> scorers;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.NoRun());
    private final List<Point> points = new ArrayList<>();
    private @Nullable Judged judged;
    private Optional<Run> run = Optional.empty();
    private boolean asked;

    /** The scorer of a collection; it outlives the runs on it. */
    private record Judged(DataSpec.Collection data, LiveScorer scorer) {}

    /**
     * @param scorers makes the scorer of a collection
     */
    LiveScore(Function<DataSpec.Collection, LiveScorer> scorers, Executor fx) {
        this.scorers = scorers;
        this.fx = fx;
    }

    /** What can be said now. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Scores this run from now on, or none. */
    void follow(Optional<Run> next) {
        run = next;
        asked = false;
        points.clear();
        Optional<State> waiting = next.map(r -> judgedBy(r).isPresent()).map(LiveScore::atFirst);
        state.set(waiting.orElseGet(State.NoRun::new));
    }

    /** The run has shown images, so there may be time for a score. */
    void shown(RunEvent.Preview preview) {
        run.ifPresent(
                live ->
                        judgedBy(live)
                                .map(this::scorer)
                                .filter(scorer -> !asked && scorer.rested())
                                .filter(_ -> isNew(preview.step()))
                                .ifPresent(scorer -> ask(live, preview.step(), scorer)));
    }

    /** Ends the judging. */
    void close() {
        follow(Optional.empty());
        if (judged != null) {
            judged.scorer.close();
            judged = null;
        }
    }

    private void ask(Run live, long step, LiveScorer scorer) {
        asked = true;
        Experiment experiment = live.plan().experiment();
        var input = GeneratorInput.inTurn(experiment, PreviewNoise.of(experiment, IMAGES));
        live.sample(input, images -> score(live, step, scorer, images, input.labels()));
    }

    /** On the painting thread. */
    private void score(Run live, long step, LiveScorer scorer, Images images, byte[] asked) {
        scorer.submit(images, asked, score -> fx.execute(() -> take(live, new Point(step, score))));
    }

    private void take(Run of, Point point) {
        if (run.filter(of::equals).isPresent()) {
            asked = false;
            points.add(point);
            judgedBy(of).ifPresent(data -> state.set(new State.Scored(data, points)));
        }
    }

    private boolean isNew(long step) {
        return points.isEmpty() || points.getLast().step() < step;
    }

    private static State atFirst(boolean hasJudge) {
        return hasJudge ? new State.Waiting() : new State.NoJudge();
    }

    private static Optional<DataSpec.Collection> judgedBy(Run run) {
        return switch (run.plan().experiment().data()) {
            case DataSpec.Bundled(DataSpec.Collection collection) -> Optional.of(collection);
            case DataSpec.IdxFiles _ -> Optional.empty();
        };
    }

    private LiveScorer scorer(DataSpec.Collection data) {
        Judged known = judged;
        if (known != null && known.data == data) {
            return known.scorer;
        }
        if (known != null) {
            known.scorer.close();
        }
        var made = new Judged(data, scorers.apply(data));
        judged = made;
        return made.scorer;
    }
}
