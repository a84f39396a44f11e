package org.ganatelier.session;

import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Edit;
import org.ganatelier.train.History;
import org.ganatelier.train.LiveSettings;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunFailure;
import org.ganatelier.train.RunOptions;
import org.ganatelier.train.Trainer;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The window's one run: the commands to it and what it told last. FX thread only. */
public final class Training {
    private final Trainer trainer;
    private final ExperimentEditor editor;
    private final RealImages data;
    private final Notices notices;
    private final EventRelay relay;

    private final ReadOnlyObjectWrapper<TrainingState> state =
            new ReadOnlyObjectWrapper<>(TrainingState.IDLE);
    private final ReadOnlyBooleanWrapper going = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Run>> run =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Metrics>> metrics =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunEvent.Preview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<History> history;
    private final ReadOnlyBooleanWrapper changesWait = new ReadOnlyBooleanWrapper();
    private final DoubleProperty speed = new SimpleDoubleProperty(Double.POSITIVE_INFINITY);
    private final ObjectProperty<WeightsShown> weightsShown =
            new SimpleObjectProperty<>(WeightsShown.AVERAGED);
    private final ObservableValue<Optional<Images>> images =
            Bindings.createObjectBinding(this::shownImages, preview, weightsShown);
    private final ReadOnlyBooleanWrapper averaging = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper();

    /** The start that waits for its data. */
    private @Nullable Start starting;

    /** The document that the run is of: see {@link ExperimentEditor#document}. */
    private int document;

    /** Whether the run has told its end, after which it tells nothing. */
    private boolean ended;

    Training(
            Trainer trainer,
            ExperimentEditor editor,
            RealImages data,
            Workers workers,
            Notices notices) {
        this.trainer = trainer;
        this.editor = editor;
        this.data = data;
        this.notices = notices;
        history = new ReadOnlyObjectWrapper<>(new History(editor.experimentProperty().get()));
        relay = new EventRelay(workers.fx(), this::receive);
        editor.experimentProperty().subscribe(this::follow);
        run.subscribe(this::follow);
        speed.subscribe(() -> run.get().ifPresent(r -> r.limitSpeed(speed.get())));
        weightsShown.subscribe(shown -> run.get().ifPresent(r -> r.showRaw(shown.needsRaw())));
    }

    /** What the run is doing. */
    public ReadOnlyObjectProperty<TrainingState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the user wants the run to go on by itself; the run itself follows a moment later. */
    public ReadOnlyBooleanProperty goingProperty() {
        return going.getReadOnlyProperty();
    }

    /** The run, once there is one; it stays after its end, to be looked at and saved. */
    public ReadOnlyObjectProperty<Optional<Run>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** The figures of the newest step of the run. */
    public ReadOnlyObjectProperty<Optional<Metrics>> metricsProperty() {
        return metrics.getReadOnlyProperty();
    }

    /** The newest images of the fixed noise. */
    public ReadOnlyObjectProperty<Optional<RunEvent.Preview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** The figures of every step of the run; a new run has a new one. */
    public ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** Whether the experiment was edited in a way that only a reset brings into the run. */
    public ReadOnlyBooleanProperty changesWaitProperty() {
        return changesWait.getReadOnlyProperty();
    }

    /** The most steps in a second, above 0; infinity for full speed. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /**
     * With which of G's weights previews are made, where the run keeps a moving average of them.
     */
    public ObjectProperty<WeightsShown> weightsShownProperty() {
        return weightsShown;
    }

    /** The images of the newest preview: of both kinds of weights, the averaged ones. */
    public ObservableValue<Optional<Images>> imagesProperty() {
        return images;
    }

    /** Whether the run keeps a moving average of G's weights. */
    public ReadOnlyBooleanProperty averagingProperty() {
        return averaging.getReadOnlyProperty();
    }

    /** Whether there is a run that can go on, or one that is about to be. */
    public ReadOnlyBooleanProperty liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** Starts a run, or goes on with the one that is paused. */
    public void train() {
        going.set(true);
        if (starting != null) {
            starting.turns.clear();
        } else if (live.get()) {
            run.get().ifPresent(Run::resume);
        } else {
            begin(Optional.empty(), List.of());
        }
    }

    /** Pauses the run. */
    public void pause() {
        going.set(false);
        if (starting == null) {
            run.get().ifPresent(Run::pause);
        }
    }

    /** Does one step, or half of one, and pauses; makes a run where there is none. */
    public void step(Run.Turn turn) {
        going.set(false);
        if (starting != null) {
            starting.turns.add(turn);
        } else if (live.get()) {
            run.get().ifPresent(r -> r.step(turn));
        } else {
            begin(Optional.empty(), List.of(turn));
        }
    }

    /**
     * Throws away what was learnt and begins again with the experiment as it is now, at once if it
     * was training, else waiting.
     */
    public void reset() {
        begin(Optional.empty(), List.of());
    }

    /** Goes on, paused, from a saved state of the experiment as it is now. */
    public void goOnFrom(Checkpoint checkpoint) {
        going.set(false);
        begin(Optional.of(checkpoint), List.of());
    }

    /** A copy of all that the run has learnt; fails where there is no run. */
    CompletableFuture<Checkpoint> checkpoint() {
        return run.get()
                .map(Run::checkpoint)
                .orElseGet(
                        () ->
                                CompletableFuture.failedFuture(
                                        new IllegalStateException("Nothing has been trained yet")));
    }

    /** Ends the run and forgets it. */
    void close() {
        starting = null;
        run.get().ifPresent(Run::close);
        run.set(Optional.empty());
        metrics.set(Optional.empty());
        preview.set(Optional.empty());
        live.set(false);
        state.set(TrainingState.IDLE);
    }

    /**
     * Begins a run of the experiment as it is now. The run before it is given up only when the new
     * one can start: an experiment with problems, or data that cannot be read, costs nothing.
     */
    private void begin(Optional<Checkpoint> from, List<Run.Turn> turns) {
        if (!(editor.outcomeProperty().get() instanceof Outcome.Ready(Plan plan, _))) {
            going.set(false);
            return;
        }
        var start = new Start(plan, editor.document(), from, turns);
        CompletableFuture<Dataset> read = data.get();
        if (!read.isDone()) {
            run.get().ifPresent(Run::pause);
        }
        starting = start;
        live.set(true);
        state.set(TrainingState.LOADING);
        var _ =
                read.whenComplete(
                        (dataset, failure) -> {
                            if (starting == start) {
                                starting = null;
                                if (failure == null) {
                                    launch(start, dataset);
                                } else {
                                    giveUp();
                                }
                            }
                        });
    }

    /** No run can start; the one before it, if there is one, is there still. */
    private void giveUp() {
        going.set(false);
        live.set(run.get().isPresent() && !ended);
        state.set(live.get() ? TrainingState.PAUSED : TrainingState.IDLE);
    }

    private void launch(Start start, Dataset dataset) {
        close();
        ended = false;
        live.set(true);
        state.set(TrainingState.LOADING);
        document = start.document;
        var options = RunOptions.live();
        Run started =
                trainer.start(
                        start.plan,
                        dataset,
                        start.from,
                        going.get() ? options : options.startingPaused(),
                        relay);
        started.limitSpeed(speed.get());
        if (weightsShown.get().needsRaw()) {
            started.showRaw(true);
        }
        history.set(new History(start.plan.experiment()));
        run.set(Optional.of(started));
        start.turns.forEach(started::step);
    }

    private void receive(RunEvent event) {
        boolean current = run.get().map(r -> r.id() == event.runId()).orElse(false);
        if (!current || ended) {
            // A run that was reset may still have had something to say.
            return;
        }
        switch (event) {
            case RunEvent.StateChanged(_, RunEvent.State now) -> {
                if (starting == null) {
                    state.set(shown(now));
                }
            }
            case RunEvent.Measured(_, Metrics figures) -> {
                history.get().add(figures);
                metrics.set(Optional.of(figures));
            }
            case RunEvent.Edited(_, Edit edit) -> history.get().mark(edit);
            case RunEvent.Stepped _ -> {}
            case RunEvent.Preview images -> preview.set(Optional.of(images));
            case RunEvent.Ended(_, RunEvent.End end) -> end(end);
        }
    }

    private void end(RunEvent.End end) {
        ended = true;
        if (starting == null) {
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

    private Optional<Images> shownImages() {
        boolean rawOnly = weightsShown.get() == WeightsShown.RAW;
        return preview.get()
                .map(both -> rawOnly ? both.raw().orElse(both.samples()) : both.samples())
                .map(Samples::pictures);
    }

    /**
     * What may change while a run goes on reaches it at once; the rest waits for a reset, and so
     * does all of another experiment that was loaded meanwhile.
     */
    private void follow() {
        run.get().filter(_ -> !ended && document == editor.document()).ifPresent(this::followLive);
        compareWithRun();
    }

    private void followLive(Run live) {
        Experiment running = live.plan().experiment();
        Experiment reachable =
                LiveSettings.merged(
                        running,
                        editor.experimentProperty().get(),
                        e -> editor.check(e) instanceof Outcome.Ready);
        if (!reachable.equals(running)
                && editor.check(reachable) instanceof Outcome.Ready(Plan plan, _)) {
            live.edit(plan);
        }
    }

    private void compareWithRun() {
        averaging.set(
                run.get()
                        .filter(r -> r.plan().experiment().training().averageDecay() > 0)
                        .isPresent());
        Experiment edited = editor.experimentProperty().get();
        changesWait.set(
                run.get()
                        .map(r -> r.plan().experiment().withName(edited.name()))
                        .map(trained -> !trained.equals(edited))
                        .orElse(false));
    }

    private static TrainingState shown(RunEvent.State state) {
        return switch (state) {
            case LOADING -> TrainingState.LOADING;
            case TRAINING -> TrainingState.TRAINING;
            case PAUSED -> TrainingState.PAUSED;
        };
    }

    /** A start as it was ordered: later edits do not change it. Each is one of its kind. */
    private static final class Start {
        private final Plan plan;
        private final int document;
        private final Optional<Checkpoint> from;

        /** Steps asked for before there is a run to do them. */
        private final List<Run.Turn> turns;

        Start(Plan plan, int document, Optional<Checkpoint> from, List<Run.Turn> turns) {
            this.turns = new ArrayList<>(turns);
            this.plan = plan;
            this.document = document;
            this.from = from;
        }
    }
}
