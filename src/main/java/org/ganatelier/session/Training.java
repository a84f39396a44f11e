package org.ganatelier.session;

import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.History;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The commands to the current run and how it does; and what the run that is shown told last, which
 * is the current one unless {@link Runs#show} chose another. FX thread only.
 */
public final class Training {
    private final FxThread fxThread;
    private final ExperimentEditor editor;
    private final Runs runs;
    private final RunStarts starts;
    private final CurrentRun current;
    private final LiveEdits edits;
    private final ShownRun shown;
    private final ObservableValue<Optional<Images>> images;

    Training(
            ExperimentEditor editor,
            Runs runs,
            RunStarts starts,
            CurrentRun current,
            FxThread fxThread) {
        this.fxThread = fxThread;
        this.editor = editor;
        this.runs = runs;
        this.starts = starts;
        this.current = current;
        edits = new LiveEdits(editor, runs);
        shown = new ShownRun(runs, new History(editor.experimentProperty().get()));
        images =
                Bindings.createObjectBinding(
                        this::shownImages, previewProperty(), weightsShownProperty());
    }

    /** What the current run is doing. */
    public ReadOnlyObjectProperty<TrainingState> stateProperty() {
        return current.state().getReadOnlyProperty();
    }

    /** Whether the user wants the run to go on by itself; the run itself follows a moment later. */
    public ReadOnlyBooleanProperty goingProperty() {
        return current.going().getReadOnlyProperty();
    }

    /**
     * The run that is shown, as long as it can be asked; it stays after its end, until another
     * takes its place.
     */
    public ReadOnlyObjectProperty<Optional<Run>> runProperty() {
        return shown.runProperty();
    }

    /** The figures of the newest step of the run that is shown. */
    public ReadOnlyObjectProperty<Optional<Metrics>> metricsProperty() {
        return shown.metricsProperty();
    }

    /** The newest images of the fixed noise, of the run that is shown. */
    public ReadOnlyObjectProperty<Optional<RunEvent.Preview>> previewProperty() {
        return shown.previewProperty();
    }

    /** The figures of every step of the run that is shown; another run has another one. */
    public ReadOnlyObjectProperty<History> historyProperty() {
        return shown.historyProperty();
    }

    /** Changes whenever the story of the run that is shown has grown, its history included. */
    public ReadOnlyLongProperty revisionProperty() {
        return shown.revisionProperty();
    }

    /** Whether the experiment was edited in a way that only a reset brings into the run. */
    public ReadOnlyBooleanProperty changesWaitProperty() {
        return edits.waitingProperty();
    }

    /** The most steps in a second, above 0; infinity for full speed. */
    public DoubleProperty speedProperty() {
        return current.speed();
    }

    /**
     * With which of G's weights previews are made, where the run keeps a moving average of them.
     */
    public ObjectProperty<WeightsShown> weightsShownProperty() {
        return current.weightsShown();
    }

    /** The images of the newest preview: of both kinds of weights, the averaged ones. */
    public ObservableValue<Optional<Images>> imagesProperty() {
        return images;
    }

    /** Whether the current run keeps a moving average of G's weights. */
    public ReadOnlyBooleanProperty averagingProperty() {
        return edits.averagingProperty();
    }

    /** Whether there is a run that can go on, or one that is about to be. */
    public ReadOnlyBooleanProperty liveProperty() {
        return current.live().getReadOnlyProperty();
    }

    /** Starts a run, or goes on with the current one if it is paused. */
    public void train() {
        fxThread.require();
        current.going().set(true);
        if (starts.isWaiting()) {
            starts.forgetTurns();
        } else if (current.live().get()) {
            runs.showCurrent();
            current.run().ifPresent(Run::resume);
        } else {
            begin(Optional.empty(), List.of());
        }
    }

    /** Pauses the current run. */
    public void pause() {
        fxThread.require();
        current.going().set(false);
        if (!starts.isWaiting()) {
            current.run().ifPresent(Run::pause);
        }
    }

    /** Does one step, or half of one, and pauses; makes a run where there is none. */
    public void step(Run.Turn turn) {
        fxThread.require();
        current.going().set(false);
        if (starts.isWaiting()) {
            starts.addTurn(turn);
        } else if (current.live().get()) {
            runs.showCurrent();
            current.run().ifPresent(r -> r.step(turn));
        } else {
            begin(Optional.empty(), List.of(turn));
        }
    }

    /**
     * Begins again with the experiment as it is now, at once if it was training, else waiting. What
     * was learnt before is in {@link Runs}.
     */
    public void reset() {
        fxThread.require();
        begin(Optional.empty(), List.of());
    }

    /** Goes on, paused, from a saved state of the experiment as it is now. */
    public void goOnFrom(Checkpoint checkpoint) {
        goOnFrom(new RunStarts.Saved(checkpoint, OptionalLong.empty()));
    }

    /**
     * Goes on, paused, from where an earlier run was when another took its place: its experiment
     * comes into the editor, as an edit. The current run is only shown.
     *
     * @throws IllegalArgumentException where there is no such run, or none any more
     */
    public void goOnWith(long runId) {
        fxThread.require();
        RunEntry entry = runs.require(runId);
        if (runs.isCurrent(entry)) {
            runs.showCurrent();
            return;
        }
        var _ =
                entry.checkpoint()
                        .thenAccept(
                                kept -> {
                                    editor.replace(new EditName.BringBackRun(), kept.experiment());
                                    goOnFrom(new RunStarts.Saved(kept, OptionalLong.of(runId)));
                                });
    }

    private void goOnFrom(RunStarts.Saved saved) {
        fxThread.require();
        current.going().set(false);
        begin(Optional.of(saved), List.of());
    }

    /** The run that is shown, if there is one. */
    Optional<RunEntry> shown() {
        return runs.shownProperty().get();
    }

    /** Ends the run and forgets all. */
    void close() {
        starts.cancel();
        runs.close();
        current.close();
    }

    private void begin(Optional<RunStarts.Saved> from, List<Run.Turn> turns) {
        starts.planned(from, turns)
                .ifPresentOrElse(
                        start -> {
                            current.loading();
                            starts.begin(start, current);
                        },
                        () -> current.going().set(false));
    }

    private Optional<Images> shownImages() {
        boolean rawOnly = weightsShownProperty().get() == WeightsShown.RAW;
        return previewProperty()
                .get()
                .map(both -> rawOnly ? both.raw().orElse(both.samples()) : both.samples())
                .map(Samples::pictures);
    }
}
