package org.ganatelier.engine.run;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Samples;
import org.ganatelier.engine.gan.BatchLabels;
import org.ganatelier.engine.gan.Game;
import org.ganatelier.engine.gan.GameState;
import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.GeneratorInput;
import org.ganatelier.train.Interventions;
import org.ganatelier.train.LiveSettings;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunEvent.End;
import org.ganatelier.train.RunEvent.State;
import org.ganatelier.train.RunOptions;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A run on its own thread, which owns both networks from their creation to their release.
 * Everything asked from outside is a command in a queue, carried out between two steps.
 */
final class EngineRun implements Run {
    private static final double NANOS = 1e9;

    /** How often a copy of the state is put aside, to fall back on when the next steps go wrong. */
    private static final long KEEP_INTERVAL = TimeUnit.SECONDS.toNanos(2);

    /** A preview takes at most this share of one core's time. */
    private static final int PREVIEW_SHARE = 12;

    private final long id;
    private final EditLog edits;
    private final TurnLog turns;
    private final RunOptions options;
    private final int threads;
    private final Consumer<RunEvent> listener;
    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private final Painter painter;
    private final CompletableFuture<Optional<Checkpoint>> last = new CompletableFuture<>();
    private final CompletableFuture<Void> freed = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean closed;

    // Below: the training thread only.
    private OptionalInt threadsInAllSteps;
    private boolean rawShown;
    private @Nullable Game game;
    private boolean paused;
    private boolean stopped;
    private double stepsPerSecond = Double.POSITIVE_INFINITY;
    private long step;
    private long trainedNanos;
    private double averageNanos;
    private long previewedStep = -1;
    private long previewedAt;
    private final LastGood good = new LastGood();
    private long keptAt;

    /**
     * @param room completes when the memory of the run before it is free
     */
    EngineRun(
            long id,
            Plan plan,
            Dataset data,
            Optional<Checkpoint> from,
            RunOptions options,
            CompletableFuture<Void> room,
            Consumer<RunEvent> listener) {
        this.id = id;
        edits = new EditLog(plan, options.replay().edits());
        turns = new TurnLog(options.replay().halfSteps());
        this.options = options;
        threads = options.threads().orElse(Natives.DEFAULT_THREADS);
        threadsInAllSteps = OptionalInt.of(threads);
        this.listener = listener;
        paused = options.paused();
        painter = new Painter(plan, "painter-" + id);
        thread =
                Thread.ofPlatform()
                        .name("training-" + id)
                        .daemon()
                        .unstarted(() -> run(data, from, room));
    }

    void start() {
        thread.start();
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public Plan plan() {
        return edits.plan();
    }

    @Override
    public void edit(Plan changed) {
        edits.ask(changed);
    }

    @Override
    public void showRaw(boolean wanted) {
        commands.add(
                () -> {
                    rawShown = wanted;
                    // A run that rests shows where it stands once more.
                    previewedStep = -1;
                });
    }

    @Override
    public void resume() {
        commands.add(
                () -> {
                    paused = false;
                    tell(State.TRAINING);
                });
    }

    @Override
    public void pause() {
        commands.add(
                () -> {
                    paused = true;
                    tell(State.PAUSED);
                });
    }

    @Override
    public void step(Turn wanted) {
        commands.add(
                () -> {
                    paused = true;
                    tell(State.PAUSED);
                    advance(game(), wanted);
                });
    }

    @Override
    public void limitSpeed(double most) {
        if (!(most > 0)) {
            throw new IllegalArgumentException(
                    "A speed limit must be above 0 steps per second, not " + most);
        }
        commands.add(() -> stepsPerSecond = most);
    }

    @Override
    public void stop() {
        commands.add(() -> stopped = true);
    }

    @Override
    public CompletableFuture<Checkpoint> checkpoint() {
        var asked = new CompletableFuture<Checkpoint>();
        commands.add(
                () -> {
                    applyEdits(game());
                    asked.complete(good.copyOf(state()));
                });
        // Whatever is still asked when the run ends is answered with its last good state.
        var _ =
                last.thenAccept(
                        state ->
                                state.ifPresentOrElse(
                                        asked::complete,
                                        () ->
                                                asked.completeExceptionally(
                                                        new EngineException(
                                                                "The run ended before its first"
                                                                    + " step; there is nothing to"
                                                                    + " save.",
                                                                null))));
        return asked;
    }

    @Override
    public void paint(GeneratorInput input, Consumer<Samples> answer) {
        painter.paint(input, answer);
    }

    @Override
    public void sample(GeneratorInput input, Consumer<Samples> answer) {
        painter.sample(input, answer);
    }

    @Override
    public void close() {
        closed = true;
        stop();
        painter.close();
    }

    /** When a run that comes after this one may take memory: at once, unless this one is closed. */
    CompletableFuture<Void> room() {
        return closed ? freed : CompletableFuture.completedFuture(null);
    }

    /** The top of the training thread. */
    private void run(Dataset data, Optional<Checkpoint> from, CompletableFuture<Void> room) {
        // Known beforehand: where memory is gone, so is that for any other words.
        End end = Failures.NO_MEMORY;
        try {
            tell(State.LOADING);
            room.join();
            Natives.load(threads);
            BatchLabels.require(data, plan().experiment().classes());
            game = new Game(plan(), data);
            from.ifPresent(this::restore);
            painter.update(snapshot(game));
            tell(paused ? State.PAUSED : State.TRAINING);
            End trained = train(game);
            if (!closed) {
                good.keep(state());
            }
            if (trained instanceof End.Completed) {
                preview(game);
            }
            end = trained;
        } catch (Throwable failure) {
            // What filled the memory goes first: to say so takes some.
            free();
            end = Failures.end(failure, step, good.newest());
        } finally {
            finish(end);
        }
    }

    private void finish(End end) {
        try {
            free();
        } finally {
            last.complete(Optional.ofNullable(good.newest()));
            listener.accept(new RunEvent.Ended(id, end));
            freed.complete(null);
        }
    }

    private void free() {
        if (game != null) {
            game.close();
            game = null;
        }
    }

    private void restore(Checkpoint from) {
        step = from.step();
        Game playing = game();
        // Live values that differ from the saved ones are edits, made at this step.
        playing.change(LiveSettings.merged(plan().experiment(), from.experiment()));
        var counters = new LinkedHashMap<>(from.counters());
        counters.putIfAbsent(GameState.STEPS, step);
        playing.restore(from.arrays(), counters);
        edits.goOnFrom(from.edits());
        turns.goOnFrom(from.interventions().halfSteps());
        if (!from.threads().equals(threadsInAllSteps)) {
            threadsInAllSteps = OptionalInt.empty();
        }
        trainedNanos = (long) (from.seconds() * NANOS);
        good.keep(state());
    }

    private End train(Game playing) throws InterruptedException {
        while (true) {
            obey();
            if (stopped) {
                return new End.Stopped();
            }
            if (paused) {
                rest(playing);
                continue;
            }
            advance(playing, turns.due(step));
            if (done()) {
                // An edit after the last step belongs to the run that is repeated.
                applyEdits(playing);
                return new End.Completed();
            }
            holdBack();
        }
    }

    private void obey() {
        for (Runnable command = commands.poll(); command != null; command = commands.poll()) {
            command.run();
        }
    }

    /** Shows where the run stands and waits for a command. */
    private void rest(Game playing) throws InterruptedException {
        if (previewedStep != step) {
            preview(playing);
        }
        commands.take().run();
    }

    private void advance(Game playing, Turn turn) {
        applyEdits(playing);
        long begin = System.nanoTime();
        Game.Scores scores = playing.step(turn, () -> closed);
        if (closed) {
            // Nobody asks any more, and the step may be half done.
            return;
        }
        long end = System.nanoTime();
        turns.took(step, turn);
        step++;
        trainedNanos += end - begin;
        // An average over about a second, whatever a step takes.
        double share = averageNanos == 0 ? 1 : Math.min(1, (end - begin) / NANOS);
        averageNanos += ((end - begin) - averageNanos) * share;
        listener.accept(new RunEvent.Measured(id, metrics(playing, scores)));
        if (good.newest() == null || end - keptAt > KEEP_INTERVAL) {
            good.keep(state());
            keptAt = end;
        }
        if (previewDue(end)) {
            preview(playing);
        }
    }

    private void applyEdits(Game playing) {
        edits.catchUp(step, playing, edit -> listener.accept(new RunEvent.Edited(id, edit)));
    }

    private Metrics metrics(Game playing, Game.Scores scores) {
        TrainingSpec training = playing.experiment().training();
        return new Metrics(
                step,
                playing.epoch(),
                trainedNanos / NANOS,
                scores.generatorLoss(),
                scores.discriminatorLoss(),
                scores.beliefReal(),
                scores.beliefFake(),
                training.batchSize() * NANOS / averageNanos,
                scores.penalty(),
                training.generatorOptimizer().rateAt(step - 1),
                training.discriminatorOptimizer().rateAt(step - 1),
                playing.sigmas());
    }

    private boolean done() {
        return (options.steps().isPresent() && step >= options.steps().getAsLong())
                || options.time().filter(most -> trainedNanos >= most.toNanos()).isPresent();
    }

    private boolean previewDue(long now) {
        long interval =
                Math.max(
                        options.previewInterval().toNanos(),
                        painter.previewNanos() * PREVIEW_SHARE);
        return options.previews() > 0 && !painter.previewing() && now - previewedAt >= interval;
    }

    private void preview(Game playing) {
        painter.update(snapshot(playing));
        previewedStep = step;
        previewedAt = System.nanoTime();
        long at = step;
        if (options.previews() > 0) {
            var input = GeneratorInput.preview(playing.experiment(), options.previews());
            Optional<Snapshot> raw =
                    playing.average()
                            .filter(_ -> rawShown)
                            .map(_ -> Snapshot.of(playing.generator));
            painter.preview(
                    input,
                    raw,
                    (images, others) ->
                            listener.accept(new RunEvent.Preview(id, at, images, others)));
        }
    }

    /** What images are made with. */
    private static Snapshot snapshot(Game playing) {
        return playing.average().map(Snapshot::of).orElseGet(() -> Snapshot.of(playing.generator));
    }

    /** Waits until the speed limit allows the next step, obeying commands meanwhile. */
    private void holdBack() throws InterruptedException {
        long wait = (long) (NANOS / stepsPerSecond - averageNanos);
        long until = System.nanoTime() + wait;
        while (wait > 0 && !stopped && !paused) {
            Runnable command = commands.poll(wait, TimeUnit.NANOSECONDS);
            if (command != null) {
                command.run();
                until = Math.min(until, System.nanoTime() + (long) (NANOS / stepsPerSecond));
            }
            wait = until - System.nanoTime();
        }
    }

    /** Where the run stands, with the networks' own arrays. */
    private Checkpoint state() {
        Game playing = game();
        return new Checkpoint(
                playing.experiment(),
                step,
                trainedNanos / NANOS,
                playing.arrays(),
                playing.counters(),
                new Interventions(edits.made(), turns.taken()),
                threadsInAllSteps);
    }

    private Game game() {
        if (game == null) {
            throw new IllegalStateException("The networks are not made yet");
        }
        return game;
    }

    private void tell(State state) {
        listener.accept(new RunEvent.StateChanged(id, state));
    }
}
