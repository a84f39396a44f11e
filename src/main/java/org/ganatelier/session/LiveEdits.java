package org.ganatelier.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.LiveSettings;
import org.ganatelier.train.Run;

import java.util.Optional;
import java.util.Set;

/**
 * What edits of the experiment are to the current run: what may change while a run goes on reaches
 * it at once; the rest waits for a reset. FX thread only.
 */
final class LiveEdits {
    private final ExperimentEditor editor;
    private final Runs runs;
    private final ReadOnlyObjectWrapper<Set<Difference>> waiting =
            new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyBooleanWrapper averaging = new ReadOnlyBooleanWrapper();

    LiveEdits(ExperimentEditor editor, Runs runs) {
        this.editor = editor;
        this.runs = runs;
        editor.experimentProperty().subscribe(this::follow);
        runs.currentProperty().subscribe(this::follow);
    }

    /** What was edited in a way that only a reset brings into the run. */
    ReadOnlyObjectProperty<Set<Difference>> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Whether the run keeps a moving average of G's weights. */
    ReadOnlyBooleanProperty averagingProperty() {
        return averaging.getReadOnlyProperty();
    }

    private void follow() {
        runs.currentProperty()
                .get()
                .filter(entry -> !entry.isOver() && entry.branch().equals(editor.branch()))
                .flatMap(RunEntry::run)
                .ifPresent(this::edit);
        Optional<RunEntry> current = runs.currentProperty().get();
        averaging.set(
                current.map(RunEntry::experiment)
                        .filter(e -> e.training().averageDecay() > 0)
                        .isPresent());
        // A run apart is not that of the editor: nothing waits for it.
        compare(current.filter(entry -> !entry.branch().isApart()).map(RunEntry::experiment));
    }

    private void edit(Run live) {
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

    private void compare(Optional<Experiment> trained) {
        Experiment edited = editor.experimentProperty().get();
        Set<Difference> differences =
                trained.map(e -> Difference.between(e, edited)).orElse(Set.of());
        waiting.set(differences);
    }
}
