package org.ganatelier.session;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
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
    private final ObjectProperty<Optional<RunEvent.Preview>> newest =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<RunEvent.Preview>> former =
            new SimpleObjectProperty<>(Optional.empty());
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
        preview.bind(
                Bindings.createObjectBinding(() -> former.get().or(newest::get), former, newest));
        runs.shownProperty().subscribe(this::show);
    }

    /** Shows images that the run made earlier, until another run is shown; or the newest again. */
    void lookAt(Optional<RunEvent.Preview> earlier) {
        former.set(earlier);
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
        former.set(Optional.empty());
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
                        .and(entry.previewProperty().subscribe(newest::set))
                        .and(entry.recordingProperty().subscribe(recording::set));
    }

    private void leave() {
        metrics.set(Optional.empty());
        newest.set(Optional.empty());
        recording.set(Optional.empty());
    }
}
