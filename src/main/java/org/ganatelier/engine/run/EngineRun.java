package org.ganatelier.engine.run;

import org.ganatelier.data.Dataset;
import org.ganatelier.engine.gan.BatchLabels;
import org.ganatelier.engine.gan.Game;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.network.LayerMaker;
import org.ganatelier.engine.network.Profile;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Inspection;
import org.ganatelier.train.Question;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunEvent.End;
import org.ganatelier.train.RunEvent.State;
import org.ganatelier.train.RunOptions;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A run on its own thread, which owns both networks from their creation to their release.
 * Everything asked from outside is a command for that thread, carried out between two steps.
 */
final class EngineRun implements Run {
    private final RunVoice voice;
    private final LayerMaker layers;
    private final RunOptions options;
    private final OptionalInt orderedThreads;
    private final EditLog edits;
    private final Viewer viewer;
    private final RunThread thread;
    private final Inspections inspections;
    private final StateRequests requests = new StateRequests();
    private final CompletableFuture<Void> freed = new CompletableFuture<>();

    // Below: the training thread only.
    private final PreviewPolicy previews;
    private final Keeper keeper = new Keeper();
    private @Nullable Game game;
    private @Nullable Steps steps;

    /**
     * @param layers makes what computes the networks
     * @param room completes when the memory of the run before it is free
     */
    EngineRun(
            long id,
            Plan plan,
            Dataset data,
            LayerMaker layers,
            Optional<Checkpoint> from,
            RunOptions options,
            CompletableFuture<Void> room,
            Consumer<RunEvent> listener) {
        this.layers = layers;
        this.options = options;
        voice = new RunVoice(id, listener);
        orderedThreads = options.threads();
        edits = new EditLog(plan, options.replay().edits());
        viewer = new Viewer(plan, "viewer-" + id);
        inspections = new Inspections(plan);
        previews = new PreviewPolicy(options, viewer, voice);
        thread =
                new RunThread(
                        "training-" + id, options.paused(), () -> live(data, from, room), voice);
    }

    void start() {
        thread.start();
    }

    @Override
    public long id() {
        return voice.runId();
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
        thread.order(() -> previews.showRaw(wanted));
    }

    @Override
    public void resume() {
        thread.resume();
    }

    @Override
    public void pause() {
        thread.pause();
    }

    @Override
    public void step(Turn wanted) {
        thread.pauseAfter(() -> steps().take(wanted, thread));
    }

    @Override
    public void dissect(Turn wanted) {
        thread.pauseAfter(() -> steps().dissect(wanted, thread));
    }

    @Override
    public void limitSpeed(double most) {
        if (!(most > 0)) {
            throw new IllegalArgumentException(
                    "A speed limit must be above 0 steps per second, not " + most);
        }
        thread.order(() -> steps().pace().limit(most));
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public CompletableFuture<Checkpoint> checkpoint() {
        CompletableFuture<Checkpoint> asked = requests.add();
        thread.order(() -> asked.complete(steps().checkpoint()));
        return asked;
    }

    @Override
    public <A> void ask(Question<A> question, Consumer<A> answer) {
        question.putTo(viewer, answer);
        if (viewer.lacksDiscriminator()) {
            thread.order(() -> steps().answer());
        }
    }

    @Override
    public void inspect(Optional<Consumer<Inspection>> inspector) {
        inspections.tell(inspector);
    }

    @Override
    public void close() {
        thread.close();
        viewer.close();
    }

    /** When a run that comes after this one may take memory: at once, unless this one is closed. */
    CompletableFuture<Void> room() {
        return thread.closed() ? freed : CompletableFuture.completedFuture(null);
    }

    /** The top of the training thread. */
    private void live(Dataset data, Optional<Checkpoint> from, CompletableFuture<Void> room) {
        // Known beforehand: where memory is gone, so is that for any other words.
        End end = Failures.NO_MEMORY;
        try {
            voice.tell(State.LOADING);
            room.join();
            end = train(begin(data, from));
        } catch (Throwable failure) {
            long step = steps == null ? 0 : steps.done();
            // What filled the memory goes first: to say so takes some.
            free();
            keeper.forgetUntrained();
            end = Failures.end(failure, step, keeper.newest());
        } finally {
            finish(end);
        }
    }

    private Steps begin(Dataset data, Optional<Checkpoint> from) {
        int threads = orderedThreads.orElseGet(Cores::standard);
        SideWork beside = Cores.use(threads);
        BatchLabels.require(data, plan().experiment().classes());
        var playing = new Game(plan(), data, layers, Profile.off(), beside);
        playing.drawMasks(options.masks());
        game = playing;
        var begun =
                new Steps(playing, options, threads, edits, keeper, previews, voice, inspections);
        steps = begun;
        from.ifPresent(begun::goOnFrom);
        begun.keep();
        previews.update(playing);
        thread.tellState();
        return begun;
    }

    private End train(Steps begun) throws InterruptedException {
        End trained = thread.train(begun);
        if (!thread.closed()) {
            begun.keep();
        }
        if (trained instanceof End.Completed) {
            begun.show();
        }
        return trained;
    }

    private void finish(End end) {
        try {
            free();
        } finally {
            Optional<Checkpoint> kept = Optional.ofNullable(keeper.newest());
            kept.map(Snapshot::ofDiscriminator).ifPresent(viewer::update);
            requests.end(kept);
            voice.tell(end);
            freed.complete(null);
        }
    }

    private void free() {
        steps = null;
        if (game != null) {
            game.close();
            game = null;
        }
    }

    private Steps steps() {
        if (steps == null) {
            throw new IllegalStateException("The networks are not made yet");
        }
        return steps;
    }
}
