package org.ganatelier.session;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.ganatelier.checkpoints.Cadence;
import org.ganatelier.checkpoints.RunFolders;
import org.ganatelier.project.Project;
import org.ganatelier.project.ProjectFile;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunPast;
import org.ganatelier.train.Trainer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The time machine of the window: the checkpoints of the run that is shown, as the frames of a
 * film. One can look at a frame, go back to it, or begin a branch there. FX thread only.
 */
public final class Film {
    /** Bytes that the checkpoints of all runs may take, unless the user says otherwise. */
    public static final long USUAL_BUDGET = 1L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(Film.class);

    private final Runs runs;
    private final Training training;
    private final Documents documents;
    private final Workers workers;
    private final Notices notices;
    private final Reels reels;
    private final ObservableList<Frame> frames = FXCollections.observableArrayList();
    private final ObservableList<Frame> view = FXCollections.unmodifiableObservableList(frames);
    private final ReadOnlyObjectWrapper<Optional<Frame>> lookedAt =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Past>> past =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final LongProperty budget = new SimpleLongProperty(USUAL_BUDGET);
    private @Nullable Frame loading;

    /**
     * A state that is looked at.
     *
     * @param entry the run whose film it is in
     */
    record Past(RunEntry entry, Frame frame, Checkpoint state) {}

    Film(
            Runs runs,
            Training training,
            Documents documents,
            Trainer trainer,
            Workers workers,
            Notices notices) {
        this.runs = runs;
        this.training = training;
        this.documents = documents;
        this.workers = workers;
        this.notices = notices;
        reels = new Reels(runs, trainer, workers, notices, this::update);
        budget.subscribe(bytes -> reels.setBudget(bytes.longValue()));
        training.currentMetricsProperty()
                .subscribe(_ -> runs.currentProperty().get().ifPresent(reels::trained));
        training.stateProperty().subscribe(this::rested);
        runs.shownProperty().subscribe(this::show);
    }

    /** The frames of the run that is shown, in the order of their steps; cannot be written to. */
    public ObservableList<Frame> frames() {
        return view;
    }

    /** The frame that is looked at; empty: the run as it is now. */
    public ReadOnlyObjectProperty<Optional<Frame>> lookedAtProperty() {
        return lookedAt.getReadOnlyProperty();
    }

    /** The state of the frame that is looked at, as soon as it is read. */
    ReadOnlyObjectProperty<Optional<Past>> pastProperty() {
        return past.getReadOnlyProperty();
    }

    /** Bytes that the checkpoints of all runs may take on the disk; 0: none are kept. */
    public LongProperty budgetProperty() {
        return budget;
    }

    /** From now on checkpoints are kept there, as often as costs little. */
    public void keepIn(RunFolders place) {
        keepIn(place, new Cadence.Adaptive());
    }

    /**
     * From now on checkpoints are kept there.
     *
     * @param cadence when one is due, in runs that begin
     */
    public void keepIn(RunFolders place, Cadence cadence) {
        reels.keepIn(place, cadence);
    }

    /** The folder that they are kept in, where any are. */
    public Optional<String> place() {
        return reels.place().map(of -> of.path().toString());
    }

    /** The frame whose images were the best, where any were scored. */
    public Optional<Frame> best() {
        return frames.stream()
                .filter(frame -> frame.distance().isPresent())
                .min(Comparator.comparingDouble(frame -> frame.distance().getAsDouble()));
    }

    /** Shows the images of a frame, at once; the walk among images follows as soon as it can. */
    public void lookAt(Frame frame) {
        workers.fxThread().require();
        Optional<RunEntry> shown = runs.shownProperty().get();
        if (shown.isEmpty() || isLookedAt(frame)) {
            return;
        }
        lookedAt.set(Optional.of(frame));
        training.lookAt(
                Optional.of(new RunEvent.Preview(shown.get().id(), frame.step(), frame.samples())));
        load(shown.get());
    }

    /** Shows the run as it is now. */
    public void lookAtPresent() {
        workers.fxThread().require();
        past.set(Optional.empty());
        lookedAt.set(Optional.empty());
        training.lookAt(Optional.empty());
    }

    /** The run goes on from the frame that is looked at; what it learnt after it is kept. */
    public void goBack() {
        workers.fxThread().require();
        withState(there -> training.goBackTo(there.entry, there.state));
    }

    /**
     * Opens the frame that is looked at as a document of its own, beside the run.
     *
     * @param name of its experiment
     */
    public void branch(String name) {
        workers.fxThread().require();
        withState(
                there -> {
                    RunPast told = RunPast.of(there.entry.record()).until(there.state);
                    Project project = Project.of(there.state).withPast(told);
                    documents.branch(
                            project.withExperiment(project.experiment().withName(name)),
                            OptionalLong.of(there.entry.id()),
                            name);
                });
    }

    /** Marks a frame, which is never thinned out then, or takes the mark back. */
    public void mark(Frame frame, boolean marked) {
        workers.fxThread().require();
        runs.shownProperty().get().flatMap(reels::of).ifPresent(reel -> reel.mark(frame, marked));
    }

    /**
     * The window closes: no more checkpoints are kept.
     *
     * @return completes when those that are being written are
     */
    public CompletableFuture<Void> finish() {
        workers.fxThread().require();
        return reels.close();
    }

    private void rested(TrainingState state) {
        if (state != TrainingState.TRAINING && state != TrainingState.LOADING) {
            runs.currentProperty().get().ifPresent(reels::rests);
        }
    }

    private void show(Optional<RunEntry> shown) {
        lookAtPresent();
        frames.setAll(shown.map(reels::framesOf).orElse(List.of()));
    }

    private void update() {
        List<Frame> now = runs.shownProperty().get().map(reels::framesOf).orElse(List.of());
        if (now.equals(frames)) {
            return;
        }
        frames.setAll(now);
        // The frame that is looked at may have a mark now, or a file of another name.
        now.stream()
                .filter(this::isLookedAt)
                .findFirst()
                .ifPresent(frame -> lookedAt.set(Optional.of(frame)));
    }

    private boolean isLookedAt(Frame frame) {
        return lookedAt.get().filter(now -> now.step() == frame.step()).isPresent();
    }

    /** Reads the state that is looked at; while one is read, the newest wish waits. */
    private void load(RunEntry entry) {
        if (loading != null || lookedAt.get().isEmpty()) {
            return;
        }
        Frame frame = lookedAt.get().get();
        loading = frame;
        workers.work(
                () -> ProjectFile.loadRun(frame.file().file()),
                state -> {
                    loading = null;
                    if (isLookedAt(frame)
                            && runs.shownProperty().get().equals(Optional.of(entry))) {
                        past.set(Optional.of(new Past(entry, frame, state)));
                    } else {
                        runs.shownProperty().get().ifPresent(this::load);
                    }
                },
                failure -> {
                    loading = null;
                    LOG.warn("A checkpoint cannot be read", failure);
                });
    }

    private void withState(Consumer<Past> work) {
        Optional<Frame> frame = lookedAt.get();
        Optional<RunEntry> entry = runs.shownProperty().get();
        if (frame.isEmpty() || entry.isEmpty()) {
            return;
        }
        Optional<Past> known = past.get().filter(there -> there.frame.step() == frame.get().step());
        if (known.isPresent()) {
            work.accept(known.get());
            return;
        }
        workers.work(
                () -> ProjectFile.loadRun(frame.get().file().file()),
                state -> work.accept(new Past(entry.get(), frame.get(), state)),
                failure -> notices.error(FileWork.happeningOf(failure), null));
    }
}
