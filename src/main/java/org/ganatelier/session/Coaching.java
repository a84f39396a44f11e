package org.ganatelier.session;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;

import org.ganatelier.coach.Coach;
import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Remedy;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.measure.ComparedRun;
import org.ganatelier.train.RunRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;

/**
 * What the coach says of the run that is shown. It listens in the background, at most once a
 * second, and only where the story has grown; it has the current run's samples compared. FX thread
 * only.
 */
public final class Coaching {
    /** What can be said. */
    public sealed interface State {
        /** It is switched off. */
        record Off() implements State {}

        /** There is no run. */
        record NoRun() implements State {}

        /** Nothing was said of the run so far. */
        record Watching() implements State {}

        /**
         * Something was said.
         *
         * @param findings oldest first, at least one
         * @param front the newest, with figures as they are now
         * @param holds whether the newest is still so
         * @param record that they are of
         */
        record Said(List<Finding> findings, Finding front, boolean holds, RunRecord record)
                implements State {
            public Said {
                findings = List.copyOf(findings);
            }

            /** The newest. */
            public Finding newest() {
                return findings.getLast();
            }
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Coaching.class);
    private static final long INTERVAL = 1_000_000_000L;

    private final ExperimentEditor editor;
    private final Runs runs;
    private final RealImages data;
    private final Workers workers;
    private final LongSupplier nanoTime;
    private final BooleanProperty on = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.NoRun());

    /** A coach for each run that is still known, used in the background by one task at a time. */
    private final Map<RunEntry, Coach> coaches = new WeakHashMap<>();

    private Subscription following = Subscription.EMPTY;
    private Subscription comparing = Subscription.EMPTY;
    private @Nullable RunEntry shown;
    private boolean busy;
    private long heardAt;
    private long heardRevision = -1;

    Coaching(
            ExperimentEditor editor,
            Runs runs,
            RealImages data,
            Workers workers,
            LongSupplier nanoTime) {
        this.editor = editor;
        this.runs = runs;
        this.data = data;
        this.workers = workers;
        this.nanoTime = nanoTime;
        heardAt = nanoTime.getAsLong() - INTERVAL;
        runs.shownProperty().subscribe(this::show);
        runs.currentProperty().subscribe(this::compareCurrent);
        on.subscribe(_ -> turned());
    }

    /** What can be said now. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether it listens. */
    public BooleanProperty onProperty() {
        return on;
    }

    /** Why what a finding suggests cannot be done; empty where it can. */
    public enum Hindrance {
        /** Another run, or none, is the current one. */
        OTHER_RUN,
        /** It is done already, or does not fit the experiment any more. */
        NOTHING_TO_CHANGE
    }

    /** Why what a finding suggests cannot be done now. */
    public Optional<Hindrance> hindrance(Finding finding) {
        if (shown == null || runs.currentProperty().get().filter(shown::equals).isEmpty()) {
            return Optional.of(Hindrance.OTHER_RUN);
        }
        Experiment now = editor.experimentProperty().get();
        return changed(finding, now).filter(after -> !after.equals(now)).isPresent()
                ? Optional.empty()
                : Optional.of(Hindrance.NOTHING_TO_CHANGE);
    }

    /** Whether the current run takes a change in at once; else it waits for a reset. */
    public boolean reachesRun(Remedy remedy) {
        return remedy.isLive()
                && runs.currentProperty().get().filter(entry -> !entry.isOver()).isPresent();
    }

    /** Does what a finding suggests: an edit like any other. */
    public void follow(Finding finding) {
        workers.fxThread().require();
        if (hindrance(finding).isEmpty()) {
            finding.remedy()
                    .ifPresent(
                            remedy ->
                                    editor.edit(new EditName.FollowCoach(remedy), remedy::applyTo));
        }
    }

    private static Optional<Experiment> changed(Finding finding, Experiment now) {
        try {
            return finding.remedy().map(remedy -> remedy.applyTo(now));
        } catch (IllegalArgumentException _) {
            // An edit since has made the value impossible.
            return Optional.empty();
        }
    }

    private void turned() {
        compareCurrent();
        show();
    }

    private void show() {
        following.unsubscribe();
        following = Subscription.EMPTY;
        shown = runs.shownProperty().get().orElse(null);
        heardRevision = -1;
        heardAt = nanoTime.getAsLong() - INTERVAL;
        RunEntry entry = shown;
        if (!on.get()) {
            state.set(new State.Off());
        } else if (entry == null) {
            state.set(new State.NoRun());
        } else {
            state.set(new State.Watching());
            following =
                    Subscription.combine(
                            entry.revisionProperty().subscribe(_ -> grown()),
                            entry.restingProperty().subscribe(_ -> grown()));
        }
    }

    /** The story of the run that is shown has grown, or it may not grow for a while now. */
    private void grown() {
        RunEntry entry = shown;
        if (entry == null || busy || entry.revisionProperty().get() == heardRevision) {
            return;
        }
        boolean due = entry.restingProperty().get() || nanoTime.getAsLong() - heardAt >= INTERVAL;
        if (!due) {
            return;
        }
        busy = true;
        heardAt = nanoTime.getAsLong();
        RunRecord record = entry.record();
        heardRevision = record.revision();
        Coach coach = coaches.computeIfAbsent(entry, _ -> new Coach());
        workers.work(
                () -> hear(coach, record),
                said -> heard(entry, said),
                failure -> {
                    busy = false;
                    following.unsubscribe();
                    LOG.error(
                            "The coach could not read the run; it is silent from now on", failure);
                });
    }

    private static State hear(Coach coach, RunRecord record) {
        coach.hear(record);
        return coach.said().isEmpty()
                ? new State.Watching()
                : new State.Said(
                        coach.said(), coach.front().orElseThrow(), coach.stillHolds(), record);
    }

    private void heard(RunEntry of, State said) {
        busy = false;
        if (on.get() && of.equals(shown)) {
            if (!(said instanceof State.Watching && state.get() instanceof State.Watching)) {
                state.set(said);
            }
            // What was told meanwhile, where the run rests and tells nothing more.
            if (of.restingProperty().get()) {
                grown();
            }
        } else if (on.get()) {
            grown();
        }
    }

    /** Has the samples of the current run compared while it shows them. */
    private void compareCurrent() {
        comparing.unsubscribe();
        comparing = Subscription.EMPTY;
        if (on.get()) {
            runs.currentProperty().get().ifPresent(this::compare);
        }
    }

    private void compare(RunEntry entry) {
        var _ =
                data.get(entry.start().experiment().data())
                        .thenAccept(
                                real -> {
                                    if (on.get()
                                            && runs.currentProperty()
                                                    .get()
                                                    .filter(entry::equals)
                                                    .isPresent()) {
                                        comparing.unsubscribe();
                                        comparing =
                                                follow(
                                                        entry,
                                                        new ComparedRun(
                                                                () -> real,
                                                                workers.background(),
                                                                nanoTime));
                                    }
                                });
    }

    private Subscription follow(RunEntry entry, ComparedRun compared) {
        return entry.previewProperty()
                .subscribe(
                        preview ->
                                preview.filter(images -> images.step() > 0)
                                        .ifPresent(
                                                images ->
                                                        compared.shown(
                                                                images.step(),
                                                                images.samples(),
                                                                point ->
                                                                        workers.fx()
                                                                                .execute(
                                                                                        () ->
                                                                                                entry
                                                                                                        .varied(
                                                                                                                point)))));
    }

    /** Ends it. */
    void close() {
        following.unsubscribe();
        comparing.unsubscribe();
    }
}
