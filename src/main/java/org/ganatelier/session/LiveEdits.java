package org.ganatelier.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.LiveSettings;
import org.ganatelier.train.Run;

import java.util.Optional;

/**
 * What edits of the experiment are to the current run: what may change while a run goes on reaches
 * it at once; the rest waits for a reset, and so does all of another experiment that was loaded
 * meanwhile. FX thread only.
 */
final class LiveEdits {
    private final ExperimentEditor editor;
    private final Runs runs;
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper averaging = new ReadOnlyBooleanWrapper();

    LiveEdits(ExperimentEditor editor, Runs runs) {
        this.editor = editor;
        this.runs = runs;
        editor.experimentProperty().subscribe(this::follow);
        runs.currentProperty().subscribe(this::follow);
    }

    /** Whether the experiment was edited in a way that only a reset brings into the run. */
    ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Whether the run keeps a moving average of G's weights. */
    ReadOnlyBooleanProperty averagingProperty() {
        return averaging.getReadOnlyProperty();
    }

    private void follow() {
        runs.currentProperty()
                .get()
                .filter(entry -> !entry.isOver() && entry.document() == editor.document())
                .flatMap(RunEntry::run)
                .ifPresent(this::edit);
        compare(runs.currentProperty().get().flatMap(RunEntry::run));
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

    private void compare(Optional<Run> run) {
        averaging.set(
                run.filter(r -> r.plan().experiment().training().averageDecay() > 0).isPresent());
        Experiment edited = editor.experimentProperty().get();
        waiting.set(
                run.map(r -> r.plan().experiment().withName(edited.name()))
                        .filter(trained -> !trained.equals(edited))
                        .isPresent());
    }
}
