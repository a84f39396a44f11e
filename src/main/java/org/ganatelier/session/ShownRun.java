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

import java.util.Optional;

/** What the run that is shown has told, whichever that is. FX thread only. */
final class ShownRun {
    private final ReadOnlyObjectWrapper<Optional<Run>> run =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Metrics>> metrics =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunEvent.Preview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<History> history;
    private Subscription following = Subscription.EMPTY;

    /**
     * @param none the history before there is a run
     */
    ShownRun(Runs runs, History none) {
        history = new ReadOnlyObjectWrapper<>(none);
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

    ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    private void show(Optional<RunEntry> shown) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        shown.ifPresent(entry -> history.set(entry.history()));
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
                        .and(entry.previewProperty().subscribe(preview::set));
    }

    private void leave() {
        metrics.set(Optional.empty());
        preview.set(Optional.empty());
    }
}
