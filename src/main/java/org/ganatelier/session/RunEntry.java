package org.ganatelier.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.CheckpointMark;
import org.ganatelier.train.EngineInfo;
import org.ganatelier.train.History;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.RunRecord;
import org.ganatelier.train.RunStart;
import org.ganatelier.train.RunStory;
import org.ganatelier.train.dissection.StepRecording;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.train.quality.VarietyPoint;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One run as the window knows it: its story, its newest images and, until another takes its place,
 * the run itself. FX thread only.
 */
public final class RunEntry implements Drawn {
    private final RunStory story;
    private final int number;
    private final Branch branch;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Optional<RunEvent.Preview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StepRecording>> recording =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper resting = new ReadOnlyBooleanWrapper();
    private final StringProperty name = new SimpleStringProperty("");
    private RunOrigin origin;
    private Optional<Batch> batch = Optional.empty();
    private Optional<RunEntry> sibling = Optional.empty();
    private Optional<Run> run;
    private Optional<Checkpoint> kept = Optional.empty();
    private double savedSeconds;

    /**
     * @param number see {@link #number}
     * @param branch that it is a run of
     */
    RunEntry(Run run, RunStart start, int number, Branch branch) {
        this(run, new RunStory(start), number, branch);
    }

    /**
     * @param story with the past of the run that it goes on from, if it does
     * @param number see {@link #number}
     * @param branch that it is a run of
     */
    RunEntry(Run run, RunStory story, int number, Branch branch) {
        this.run = Optional.of(run);
        this.number = number;
        this.branch = branch;
        this.story = story;
        origin = RunOrigin.first(story.start().experiment());
        revision.set(story.revision());
    }

    /** See {@link Run#id}. */
    public long id() {
        return story.start().runId();
    }

    /** What the user knows it by: 1 is the first run of the session. */
    public int number() {
        return number;
    }

    /** What the user called it; empty: by its number. */
    public StringProperty nameProperty() {
        return name;
    }

    /** The same: {@link #nameProperty}. */
    public String name() {
        return name.get();
    }

    /** Where it comes from. */
    public RunOrigin origin() {
        return origin;
    }

    /** The batch that it is one of, if it is. */
    public Optional<Batch> batch() {
        return batch;
    }

    @Override
    public List<RunEntry> runs() {
        return List.of(this);
    }

    /** The run that it was made to be compared with, if it was. */
    Optional<RunEntry> sibling() {
        return sibling;
    }

    /**
     * It is one of a batch.
     *
     * @param first the run that it is compared with; itself where it is that
     */
    void joins(Batch of, RunEntry first) {
        batch = Optional.of(of);
        sibling = first.equals(this) ? Optional.empty() : Optional.of(first);
    }

    /** It comes from elsewhere. */
    void comesFrom(RunOrigin where) {
        origin = where;
    }

    /** How it stands. */
    public RunStanding standing() {
        Optional<RunEvent.End> end = story.end();
        if (end.filter(RunEvent.End.Failed.class::isInstance).isPresent()) {
            return RunStanding.FAILED;
        }
        if (end.filter(RunEvent.End.Completed.class::isInstance).isPresent()) {
            return RunStanding.DONE;
        }
        if (run.isPresent()) {
            return resting.get() ? RunStanding.PAUSED : RunStanding.TRAINING;
        }
        return wasPutAway() ? RunStanding.PUT_AWAY : RunStanding.TOLD;
    }

    /** The run, as long as it can be asked anything. */
    public Optional<Run> run() {
        return run;
    }

    /** How it began. */
    public RunStart start() {
        return story.start();
    }

    /** The figures of every step and the edits; grows while the run goes on. */
    public History history() {
        return story.history();
    }

    /** How good its images were, oldest first; grows. */
    public List<ScorePoint> scores() {
        return story.scores();
    }

    /** All that is known of the run now, for any thread. */
    public RunRecord record() {
        return story.record();
    }

    /** Changes whenever something is added to the run's story. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** The newest images of the fixed noise. */
    public ReadOnlyObjectProperty<Optional<RunEvent.Preview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** The newest step that was taken apart. */
    public ReadOnlyObjectProperty<Optional<StepRecording>> recordingProperty() {
        return recording.getReadOnlyProperty();
    }

    /** Whether the run stands still: it pauses, or has ended. */
    public ReadOnlyBooleanProperty restingProperty() {
        return resting.getReadOnlyProperty();
    }

    /** Whether the run goes no further. */
    public boolean isOver() {
        return run.isEmpty() || hasEnded();
    }

    /** What is or was trained, with all edits so far. */
    public Experiment experiment() {
        return run.map(r -> r.plan().experiment())
                .or(() -> kept.map(Checkpoint::experiment))
                .orElseGet(() -> record().experiment());
    }

    /** Whether the run has told its end. */
    boolean hasEnded() {
        return story.end().isPresent();
    }

    /** Whether there is a state of it to save. */
    public boolean canBeSaved() {
        return kept.isPresent() || run.isPresent();
    }

    /** Whether another run can go on from where this one is or was. */
    public boolean canGoOn() {
        return wasPutAway() || run.filter(_ -> hasLearnt()).isPresent();
    }

    /** Whether it is closed and a state to come back to kept. */
    boolean wasPutAway() {
        return kept.isPresent();
    }

    /** Whether it has more than its initial weights. */
    boolean hasLearnt() {
        return story.start().parent().isPresent() || !story.history().isEmpty();
    }

    /** Which document it is a run of. */
    int document() {
        return branch.document();
    }

    /** The document, and the line of edits that it is told of. */
    Branch branch() {
        return branch;
    }

    /** How it ended; empty while it goes on. */
    Optional<RunEvent.End> end() {
        return story.end();
    }

    /** Takes in what the run tells, until its end; later words are not heard. */
    void accept(RunEvent event) {
        if (!hasEnded()) {
            switch (event) {
                case RunEvent.Preview images -> preview.set(Optional.of(images));
                case RunEvent.Dissected(_, StepRecording step) -> recording.set(Optional.of(step));
                case RunEvent.StateChanged(_, RunEvent.State now) ->
                        resting.set(now == RunEvent.State.PAUSED);
                case RunEvent.Ended _ -> resting.set(true);
                case RunEvent.Measured _, RunEvent.Edited _, RunEvent.Stepped _ -> {}
            }
            story.accept(event);
            revision.set(story.revision());
        }
    }

    void scored(ScorePoint point) {
        story.scored(point);
        revision.set(story.revision());
    }

    void varied(VarietyPoint point) {
        story.varied(point);
        revision.set(story.revision());
    }

    void kept(CheckpointMark mark) {
        story.kept(mark);
        revision.set(story.revision());
    }

    /** Its state is in a file, as it was after so many seconds of training. */
    void saved(double seconds) {
        savedSeconds = seconds;
    }

    /** Seconds of training, pauses left out. */
    double trainedSeconds() {
        return history().latest().map(Metrics::seconds).orElse(0.0);
    }

    /** Seconds of training that are in no file. */
    double unsavedSeconds() {
        return trainedSeconds() - savedSeconds;
    }

    /** Seconds of training that are in a file. */
    double savedSeconds() {
        return savedSeconds;
    }

    void computedBy(EngineInfo engine) {
        story.computedBy(engine);
        revision.set(story.revision());
    }

    /** A copy of all that the run has learnt; fails where there is none to have any more. */
    CompletableFuture<Checkpoint> checkpoint() {
        return kept.map(CompletableFuture::completedFuture)
                .or(() -> run.map(Run::checkpoint))
                .orElseGet(
                        () ->
                                CompletableFuture.failedFuture(
                                        new IllegalStateException(
                                                "What this run has learnt is gone")));
    }

    /** Another run takes the place of this one: it is closed, and a state to come back to kept. */
    void putAway(Optional<Checkpoint> state) {
        kept = state;
        state.ifPresent(s -> kept(new CheckpointMark(s.step(), CheckpointMark.Reason.REPLACED)));
        close();
    }

    /** Frees what the run holds; what it told stays. */
    void close() {
        run.ifPresent(Run::close);
        run = Optional.empty();
    }

    /** About how much memory its curves take, in bytes. */
    long toldBytes() {
        History history = story.history();
        return (history.lastStep() - history.firstStep() + 1) * History.BYTES_PER_STEP;
    }

    /** How much memory the kept state takes, in bytes. */
    long keptBytes() {
        return kept.map(RunEntry::bytes).orElse(0L);
    }

    /** Nobody can come back to it any more. */
    void forgetKept() {
        kept = Optional.empty();
    }

    private static long bytes(Checkpoint state) {
        return state.arrays().values().stream()
                .mapToLong(values -> (long) values.length * Float.BYTES)
                .sum();
    }
}
