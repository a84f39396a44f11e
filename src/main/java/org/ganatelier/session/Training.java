package org.ganatelier.session;

import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.History;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.dissection.StepRecording;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The commands to the current run and how it does; and what the run that is shown told last, which
 * is the current one unless {@link Runs#show} chose another. FX thread only.
 */
public final class Training {
    private final Workers workers;
    private final ExperimentEditor editor;
    private final Runs runs;
    private final RunStarts starts;
    private final CurrentRun current;
    private final LiveEdits edits;
    private final ShownRun shown;
    private final ReadOnlyBooleanWrapper changesWait = new ReadOnlyBooleanWrapper();
    private final ObservableValue<Optional<Images>> images;
    private final SeenSpeed seenSpeed;

    Training(
            ExperimentEditor editor,
            Runs runs,
            RunStarts starts,
            CurrentRun current,
            Workers workers) {
        this.workers = workers;
        this.editor = editor;
        this.runs = runs;
        this.starts = starts;
        this.current = current;
        edits = new LiveEdits(editor, runs);
        shown = new ShownRun(runs, () -> new History(editor.experimentProperty().get()));
        changesWait.bind(edits.waitingProperty().map(what -> !what.isEmpty()));
        seenSpeed = new SeenSpeed(currentMetricsProperty(), stateProperty(), System::nanoTime);
        images =
                Bindings.createObjectBinding(
                        this::shownImages, previewProperty(), weightsShownProperty());
        editor.documentProperty()
                .addListener((_, _, document) -> current.turnTo(document.intValue()));
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

    /** The newest step that was taken apart, of the run that is shown. */
    public ReadOnlyObjectProperty<Optional<StepRecording>> recordingProperty() {
        return shown.recordingProperty();
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
        return changesWait.getReadOnlyProperty();
    }

    /** What was edited in a way that only a reset brings into the current run. */
    public ReadOnlyObjectProperty<Set<Difference>> waitingChangesProperty() {
        return edits.waitingProperty();
    }

    /** The figures of the newest step of the current run, whichever run is shown. */
    public ReadOnlyObjectProperty<Optional<Metrics>> currentMetricsProperty() {
        return current.metrics().getReadOnlyProperty();
    }

    /**
     * Steps in a second by the clock on the wall, over the last seconds, with the waits of the
     * speed limit; empty while nothing trains.
     */
    public ReadOnlyObjectProperty<OptionalDouble> seenSpeedProperty() {
        return seenSpeed.stepsPerSecondProperty();
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

    /**
     * Starts a run of the experiment, or goes on with the current one if there is one: a run of
     * another document is put away.
     */
    public void train() {
        workers.fxThread().require();
        current.going().set(true);
        if (starts.isWaiting()) {
            starts.forgetSteps();
        } else if (current.live().get()) {
            runs.showCurrent();
            current.run().ifPresentOrElse(Run::resume, () -> comeBack(List.of()));
        } else {
            begin(Optional.empty(), List.of());
        }
    }

    /** Pauses the current run. */
    public void pause() {
        workers.fxThread().require();
        current.going().set(false);
        if (!starts.isWaiting()) {
            current.run().ifPresent(Run::pause);
        }
    }

    /** Does one step, or half of one, and pauses; makes a run where there is none. */
    public void step(Run.Turn turn) {
        workers.fxThread().require();
        order(run -> run.step(turn));
    }

    /** As {@link #step}; {@link #recordingProperty} then tells what was in it. */
    public void dissect(Run.Turn turn) {
        workers.fxThread().require();
        order(run -> run.dissect(turn));
    }

    private void order(Consumer<Run> step) {
        current.going().set(false);
        if (starts.isWaiting()) {
            starts.addStep(step);
        } else if (current.live().get()) {
            runs.showCurrent();
            current.run().ifPresentOrElse(step, () -> comeBack(List.of(step)));
        } else {
            begin(Optional.empty(), List.of(step));
        }
    }

    /**
     * Begins again with the experiment as it is now, at once if it was training, else waiting. What
     * was learnt before is in {@link Runs}.
     */
    public void reset() {
        workers.fxThread().require();
        begin(Optional.empty(), List.of());
    }

    /** Trains a plan of its own at once, to be compared with other runs. */
    void beginApart(Plan plan, RunStarts.Apart how) {
        workers.fxThread().require();
        current.going().set(true);
        current.loading();
        starts.begin(starts.apart(plan, how), current);
    }

    /**
     * Goes on, paused, from a saved state, with its own experiment: what is in the editor may be
     * another one, whose edits wait.
     *
     * @param runId the run of this session that it is of, if it is of one
     * @param past what its run told up to that state: it is shown at once, as part of the new run's
     *     story
     * @param savedSeconds how much of its training is in a file of the user's, in seconds
     */
    void goOnFrom(Checkpoint checkpoint, OptionalLong runId, RunPast past, double savedSeconds) {
        workers.fxThread().require();
        current.going().set(false);
        begin(
                Optional.of(
                        new RunStarts.Saved(
                                checkpoint, runId, past.until(checkpoint), savedSeconds)),
                List.of());
    }

    /**
     * Goes on, paused, from where an earlier run was when another took its place: its experiment
     * comes into the editor, as an edit. The current run is only shown.
     *
     * @throws IllegalArgumentException where there is no such run, or none any more
     */
    public void goOnWith(long runId) {
        workers.fxThread().require();
        RunEntry entry = runs.require(runId);
        if (runs.isCurrent(entry)) {
            runs.showCurrent();
            return;
        }
        withStateOf(
                entry,
                kept -> {
                    bringBack(entry, kept.experiment());
                    current.going().set(false);
                    begin(entry, kept, List.of());
                });
    }

    /**
     * Goes on from an earlier state of a run, to the same bits as the first time: at once where it
     * is the current run and trains, else paused. What the run learnt after it is kept as that of
     * an earlier run.
     */
    void goBackTo(RunEntry entry, Checkpoint state) {
        workers.fxThread().require();
        if (!runs.isCurrent(entry)) {
            current.going().set(false);
        }
        bringBack(entry, state.experiment());
        begin(entry, state, List.of());
    }

    /** Shows images that the run that is shown made earlier, or the newest again. */
    void lookAt(Optional<RunEvent.Preview> earlier) {
        shown.lookAt(earlier);
    }

    /** The current run was put away: another goes on from where it was. Edits wait. */
    private void comeBack(List<Consumer<Run>> steps) {
        RunEntry entry = runs.currentProperty().get().orElseThrow();
        withStateOf(entry, kept -> begin(entry, kept, steps));
    }

    private void bringBack(RunEntry entry, Experiment experiment) {
        if (!experiment.equals(editor.experimentProperty().get())
                || entry.document() != editor.document()) {
            editor.goTo(new EditName.BringBackRun(), experiment, entry.document());
        }
    }

    private void withStateOf(RunEntry entry, Consumer<Checkpoint> work) {
        CompletableFuture<Checkpoint> state = entry.checkpoint();
        var _ = state.thenAcceptAsync(work, state.isDone() ? Runnable::run : workers.fx());
    }

    private void begin(RunEntry entry, Checkpoint kept, List<Consumer<Run>> steps) {
        begin(
                Optional.of(
                        new RunStarts.Saved(
                                kept,
                                OptionalLong.of(entry.id()),
                                RunPast.of(entry.record()).until(kept),
                                inFile(entry, kept))),
                steps);
    }

    /** How much of a state's training is in a file: nothing where that has a later one. */
    private static double inFile(RunEntry entry, Checkpoint state) {
        return entry.savedSeconds() > state.seconds() ? 0 : entry.savedSeconds();
    }

    /** The current run, if there is one. */
    Optional<RunEntry> current() {
        return runs.currentProperty().get();
    }

    /** Ends the run and forgets all. */
    void close() {
        starts.cancel();
        runs.close();
        current.close();
    }

    private void begin(Optional<RunStarts.Saved> from, List<Consumer<Run>> steps) {
        starts.planned(from, steps)
                .ifPresentOrElse(
                        start -> {
                            current.loading();
                            starts.begin(start, current);
                        },
                        () -> current.going().set(false));
    }

    private Optional<Images> shownImages() {
        WeightsShown weights = weightsShownProperty().get();
        return previewProperty().get().map(weights::of).map(Samples::pictures);
    }
}
