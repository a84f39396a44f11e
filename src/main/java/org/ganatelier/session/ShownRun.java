package org.ganatelier.session;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

import org.ganatelier.train.History;
import org.ganatelier.train.Metrics;
import org.ganatelier.train.Run;
import org.ganatelier.train.RunEvent;
import org.ganatelier.train.dissection.StepRecording;

import java.util.Optional;
import java.util.function.Supplier;

/** What the run that is shown has told, whichever that is. FX thread only. */
final class ShownRun {
    private final ReadOnlyObjectWrapper<Optional<Run>> run =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Metrics>> metrics =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunEvent.Preview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StepRecording>> recording =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<History> history;
    private final Supplier<History> none;
    private Subscription following = Subscription.EMPTY;

    /**
     * @param none makes the history of an experiment that has no run
     */
    ShownRun(Runs runs, Supplier<History> none) {
        this.none = none;
        history = new ReadOnlyObjectWrapper<>(none.get());
        runs.shownProperty().subscribe(this::show);
    }

    ReadOnlyObjectProperty<Optional<Run>> runProperty() {
        return run.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Metrics>> metricsProperty() {
        return metrics.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<RunEvent.Preview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<StepRecording>> recordingProperty() {
        return recording.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    private void show(Optional<RunEntry> shown) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        history.set(shown.map(RunEntry::history).orElseGet(none));
        run.set(shown.flatMap(RunEntry::run));
        shown.ifPresentOrElse(this::follow, this::leave);
    }

    private void follow(RunEntry entry) {
        following =
                entry.revisionProperty()
                        .subscribe(
                                number -> {
                                    metrics.set(entry.history().latest());
                                    revision.set(number.longValue());
                                })
                        .and(entry.previewProperty().subscribe(preview::set))
                        .and(entry.recordingProperty().subscribe(recording::set));
    }

    private void leave() {
        metrics.set(Optional.empty());
        preview.set(Optional.empty());
        recording.set(Optional.empty());
    }
}
