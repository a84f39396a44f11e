package org.ganatelier.engine.run;

import org.ganatelier.engine.gan.Game;
import org.ganatelier.engine.gan.GameState;
import org.ganatelier.engine.gan.StepRecorder;
import org.ganatelier.engine.nd4j.Leaving;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.LiveSettings;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.Run.Turn;
import org.ganatelier.train.RunOptions;

import java.util.LinkedHashMap;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** The steps of a run: each taken, counted, measured, kept and shown. The training thread only. */
final class Steps {
    private final Game game;
    private final RunOptions options;
    private final EditLog edits;
    private final TurnLog turns;
    private final Keeper keeper;
    private final PreviewPolicy previews;
    private final RunVoice voice;
    private final Inspections inspections;
    private final Pace pace = new Pace();

    /** Of the engine, in all steps so far; empty where that changed. */
    private OptionalInt threads;

    private long done;

    /**
     * @param threads of the engine
     */
    Steps(
            Game game,
            RunOptions options,
            int threads,
            EditLog edits,
            Keeper keeper,
            PreviewPolicy previews,
            RunVoice voice,
            Inspections inspections) {
        this.game = game;
        this.options = options;
        this.threads = OptionalInt.of(threads);
        this.edits = edits;
        this.keeper = keeper;
        this.previews = previews;
        this.voice = voice;
        this.inspections = inspections;
        turns = new TurnLog(options.replay().halfSteps());
    }

    /** Goes on from an earlier run's state. */
    void goOnFrom(Checkpoint from) {
        done = from.step();
        // Live values that differ from the saved ones are edits, made at this step.
        Experiment now = edits.plan().experiment();
        game.change(LiveSettings.merged(now, from.experiment()));
        var counters = new LinkedHashMap<>(from.counters());
        counters.putIfAbsent(GameState.STEPS, done);
        game.restore(from.arrays(), counters);
        edits.goOnFrom(from.edits());
        turns.goOnFrom(from.interventions().halfSteps());
        if (!from.threads().equals(threads)) {
            threads = OptionalInt.empty();
        }
        pace.goOnFrom(from.seconds());
    }

    /** Steps done. */
    long done() {
        return done;
    }

    /** Whether all that were asked for are done. */
    boolean complete() {
        return (options.steps().isPresent() && done >= options.steps().getAsLong())
                || options.time().filter(pace::reached).isPresent();
    }

    Pace pace() {
        return pace;
    }

    /**
     * Takes the next step.
     *
     * @param patience of whoever waits for its end
     */
    void next(Patience patience) {
        take(turns.due(done), patience);
    }

    /**
     * Takes a step, or only one player's part of it. Where that takes too long for somebody who
     * waits, it is left in the middle, and everything is again as before it.
     *
     * @param patience of whoever waits for its end
     */
    void take(Turn turn, Patience patience) {
        applyEdits();
        take(turn, patience, () -> game.step(turn));
    }

    /**
     * Takes a step as {@link #take} does, takes it apart, and tells what was seen.
     *
     * @param patience of whoever waits for its end
     */
    void dissect(Turn turn, Patience patience) {
        applyEdits();
        long before = done;
        try (var recorder = new StepRecorder(game)) {
            take(turn, patience, () -> recorder.play(turn));
            if (done > before) {
                voice.tell(recorder.recording());
            }
        }
    }

    private void take(Turn turn, Patience patience, Supplier<Game.Scores> step) {
        long begin = System.nanoTime();
        try {
            Game.Scores scores =
                    Leaving.during(
                            () -> patience.closed() || (patience.over() && canGoBack()),
                            () -> inspections.during(game, done + 1, step));
            took(turn, scores, begin, System.nanoTime());
        } catch (Leaving.LeftException _) {
            goBack();
        }
    }

    private boolean canGoBack() {
        return keeper.holds(done);
    }

    private void goBack() {
        Checkpoint before = keeper.newest();
        if (before != null && canGoBack()) {
            game.restore(before.arrays(), before.counters());
        }
    }

    private void took(Turn turn, Game.Scores scores, long begin, long end) {
        turns.took(done, turn, voice::tell);
        done++;
        pace.took(end - begin);
        voice.tell(metrics(scores));
        keeper.keepAfterStep(end, end - begin, this::state);
        if (previews.due(end)) {
            show();
        }
    }

    /** Makes the edits that are due. */
    void applyEdits() {
        int before = edits.made().size();
        edits.catchUp(done, game, voice::tell);
        if (edits.made().size() > before) {
            // The next step may take much longer, and may have to be left.
            keep();
        }
    }

    /** Shows where the run stands. */
    void show() {
        previews.show(game, done);
    }

    /** Shows where the run stands, unless it has been shown. */
    void showOnce() {
        previews.showOnce(game, done);
    }

    /** Has questions answered that wait for a copy of where the run stands. */
    void answer() {
        previews.updateWhereAwaited(game);
    }

    /** A copy of where the run stands, edits that are due included. */
    Checkpoint checkpoint() {
        applyEdits();
        return LastGood.copyOf(state());
    }

    /**
     * Keeps where the run stands.
     *
     * @throws OverflowException where its numbers are not all finite
     */
    void keep() {
        keeper.keep(state());
    }

    /** Where the run stands, with the networks' own arrays. */
    private Checkpoint state() {
        return new Checkpoint(
                game.experiment(),
                done,
                pace.seconds(),
                game.arrays(),
                game.counters(),
                new Interventions(edits.made(), turns.taken()),
                threads);
    }

    private Metrics metrics(Game.Scores scores) {
        TrainingSpec training = game.experiment().training();
        return new Metrics(
                done,
                game.epoch(),
                pace.seconds(),
                scores.generatorLoss(),
                scores.discriminatorLoss(),
                scores.dReal(),
                scores.dFake(),
                pace.samplesPerSecond(training.batchSize()),
                scores.penalty(),
                training.generatorOptimizer().rateAt(done - 1),
                training.discriminatorOptimizer().rateAt(done - 1),
                game.sigmas(),
                scores.generatorGradient(),
                scores.discriminatorGradient());
    }
}
