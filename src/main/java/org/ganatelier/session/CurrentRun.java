package org.ganatelier.session;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

import org.ganatelier.train.Metrics;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunFailure;

import java.util.Optional;

/**
 * How the current run does, what the user wants of every run, and where the events of all runs
 * arrive. FX thread only, except {@link #accept}.
 */
final class CurrentRun implements RunStarts.Client {
    private final Runs runs;
    private final RunStarts starts;
    private final Notices notices;
    private final EventRelay relay;
    private final ReadOnlyObjectWrapper<TrainingState> state =
            new ReadOnlyObjectWrapper<>(TrainingState.IDLE);
    private final ReadOnlyBooleanWrapper going = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper();
    private final DoubleProperty speed = new SimpleDoubleProperty(Double.POSITIVE_INFINITY);
    private final ObjectProperty<WeightsShown> weightsShown =
            new SimpleObjectProperty<>(WeightsShown.AVERAGED);
    private final ReadOnlyObjectWrapper<Optional<Metrics>> metrics =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Subscription measuring = Subscription.EMPTY;

    CurrentRun(Runs runs, RunStarts starts, Workers workers, Notices notices) {
        this.runs = runs;
        this.starts = starts;
        this.notices = notices;
        relay = new EventRelay(workers.fx(), this::receive);
        speed.subscribe(() -> run().ifPresent(r -> r.limitSpeed(speed.get())));
        runs.currentProperty().subscribe(this::measure);
        weightsShown.subscribe(wanted -> run().ifPresent(r -> r.showRaw(wanted.needsRaw())));
    }

    /** The run itself, unless it is closed. */
    Optional<Run> run() {
        return runs.currentProperty().get().flatMap(RunEntry::run);
    }

    ReadOnlyObjectWrapper<TrainingState> state() {
        return state;
    }

    /** Whether the user wants it to go on by itself. */
    ReadOnlyBooleanWrapper going() {
        return going;
    }

    /** Whether there is one that can go on, or one that is about to be. */
    ReadOnlyBooleanWrapper live() {
        return live;
    }

    DoubleProperty speed() {
        return speed;
    }

    ObjectProperty<WeightsShown> weightsShown() {
        return weightsShown;
    }

    /** The figures of its newest step. */
    ReadOnlyObjectWrapper<Optional<Metrics>> metrics() {
        return metrics;
    }

    /** Another document has another current run; the one before rests, to come back to. */
    void turnTo(int document) {
        going.set(false);
        starts.cancel();
        run().ifPresent(Run::pause);
        runs.turnTo(document);
        rest();
    }

    /** One is about to be. */
    void loading() {
        live.set(true);
        state.set(TrainingState.LOADING);
    }

    /** There is none any more. */
    void close() {
        live.set(false);
        state.set(TrainingState.IDLE);
    }

    @Override
    public boolean goesOnAtOnce() {
        return going.get();
    }

    @Override
    public void started(Run run) {
        loading();
        run.limitSpeed(speed.get());
        if (weightsShown.get().needsRaw()) {
            run.showRaw(true);
        }
    }

    @Override
    public void tookOver(RunEntry before) {
        notices.dismissAll(Happening.RunPutAway.class);
        if (before.canGoOn() && before.trainedSeconds() > OpenDocument.SLIGHT) {
            notices.inform(
                    new Happening.RunPutAway(
                            before.id(), before.number(), before.history().lastStep()));
        }
    }

    @Override
    public void failed() {
        going.set(false);
        rest();
    }

    /** A run tells something, on any thread. */
    @Override
    public void accept(RunEvent event) {
        relay.accept(event);
    }

    private void receive(RunEvent event) {
        runs.find(event.runId())
                .filter(entry -> !entry.hasEnded())
                .ifPresent(
                        entry -> {
                            entry.accept(event);
                            // A run that was reset may still have had something to say.
                            if (runs.isCurrent(entry)) {
                                follow(event);
                            }
                        });
    }

    private void follow(RunEvent event) {
        switch (event) {
            case RunEvent.StateChanged(_, RunEvent.State now) -> {
                if (!starts.isWaiting()) {
                    state.set(shown(now));
                    if (now == RunEvent.State.TRAINING) {
                        notices.wentWell(Notices.Topic.RUN);
                    }
                }
            }
            case RunEvent.Ended(_, RunEvent.End end) -> end(end);
            case RunEvent.Measured _,
                    RunEvent.Edited _,
                    RunEvent.Stepped _,
                    RunEvent.Preview _,
                    RunEvent.Dissected _ -> {}
        }
    }

    private void end(RunEvent.End end) {
        if (!starts.isWaiting()) {
            going.set(false);
            live.set(false);
            state.set(
                    switch (end) {
                        case RunEvent.End.Completed(), RunEvent.End.Stopped() -> TrainingState.IDLE;
                        case RunEvent.End.Failed _ -> TrainingState.FAILED;
                    });
        }
        if (end instanceof RunEvent.End.Failed(RunFailure failure, Throwable cause)) {
            notices.error(new Happening.RunFailed(failure), cause);
        }
    }

    private void rest() {
        Optional<RunEntry> entry = runs.currentProperty().get();
        live.set(entry.filter(CurrentRun::canBeResumed).isPresent());
        boolean failed =
                entry.filter(e -> e.run().isPresent())
                        .flatMap(RunEntry::end)
                        .filter(RunEvent.End.Failed.class::isInstance)
                        .isPresent();
        if (failed) {
            state.set(TrainingState.FAILED);
        } else {
            state.set(live.get() ? TrainingState.PAUSED : TrainingState.IDLE);
        }
    }

    private static boolean canBeResumed(RunEntry entry) {
        return !entry.isOver() || entry.wasPutAway();
    }

    private void measure(Optional<RunEntry> entry) {
        measuring.unsubscribe();
        measuring =
                entry.map(
                                e ->
                                        e.revisionProperty()
                                                .subscribe(_ -> metrics.set(e.history().latest())))
                        .orElse(Subscription.EMPTY);
        if (entry.isEmpty()) {
            metrics.set(Optional.empty());
        }
    }

    private static TrainingState shown(RunEvent.State state) {
        return switch (state) {
            case LOADING -> TrainingState.LOADING;
            case TRAINING -> TrainingState.TRAINING;
            case PAUSED -> TrainingState.PAUSED;
        };
    }
}
