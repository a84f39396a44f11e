package org.ganatelier.session;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** The experiment being edited, its plan, and the way back. FX thread only. */
public final class ExperimentEditor {
    private static final Logger LOG = LoggerFactory.getLogger(ExperimentEditor.class);

    private final Planning planning;
    private final Workers workers;
    private final EditHistory history = new EditHistory();
    private final ReadOnlyObjectWrapper<Experiment> experiment;
    private final ReadOnlyObjectWrapper<Outcome> outcome;
    private final ReadOnlyObjectWrapper<Optional<EditName>> undoName =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EditName>> redoName =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper shownDocument = new ReadOnlyIntegerWrapper();
    private Branch branch = Branch.FIRST;
    private int documents;
    private int lines;

    /** What the background is looking for fixes of. */
    private Optional<Search> search = Optional.empty();

    /** An editor that begins with an experiment. */
    public ExperimentEditor(Experiment first, Planning planning, Workers workers) {
        this.planning = planning;
        this.workers = workers;
        experiment = new ReadOnlyObjectWrapper<>(first);
        outcome = new ReadOnlyObjectWrapper<>(planning.check().apply(first));
        suggest();
    }

    /** The experiment as edited so far. */
    public ReadOnlyObjectProperty<Experiment> experimentProperty() {
        return experiment.getReadOnlyProperty();
    }

    /**
     * Its plan; {@code outcome.plan().experiment()} is the experiment it belongs to. It comes with
     * every edit at once, then again with fixes, as soon as they are found.
     */
    public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** What undo would take back, if there is anything. */
    public ReadOnlyObjectProperty<Optional<EditName>> undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** What redo would do again, if there is anything. */
    public ReadOnlyObjectProperty<Optional<EditName>> redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    /**
     * Changes the experiment; a change that changes nothing leaves no trace in the history.
     *
     * @param name for the undo menu
     */
    public void edit(EditName name, UnaryOperator<Experiment> change) {
        workers.fxThread().require();
        Experiment after = change.apply(experiment.get());
        if (!after.equals(experiment.get())) {
            become(name, new EditHistory.Version(after, branch));
        }
    }

    /**
     * Applies a fix.
     *
     * @param place where the problem stands that it solves
     */
    public void apply(Place place, Fix fix) {
        edit(new EditName.ApplyFix(fix, place, experiment.get()), fix::apply);
    }

    /**
     * Puts another experiment in the place of this one, as an edit that can be taken back. It is
     * another {@link #document}, even where it is equal: what belongs to the one, its runs and its
     * file, does not belong to the other.
     *
     * @param name for the undo menu
     */
    void replace(EditName name, Experiment other) {
        goTo(name, other, ++documents);
    }

    /**
     * Goes back to a document, with an experiment that it had: an edit that can be taken back.
     *
     * @param name for the undo menu
     */
    void goTo(EditName name, Experiment earlier, int document) {
        workers.fxThread().require();
        become(name, new EditHistory.Version(earlier, new Branch(document, ++lines)));
    }

    /** Takes the newest edit back, if there is one. */
    public void undo() {
        workers.fxThread().require();
        history.undo().ifPresent(this::show);
    }

    /** Does the edit again that was last taken back, if there is one. */
    public void redo() {
        workers.fxThread().require();
        history.redo().ifPresent(this::show);
    }

    /** Which of the experiments loaded so far this is a version of. */
    int document() {
        return branch.document();
    }

    /** The document, and the line of edits within it. */
    Branch branch() {
        return branch;
    }

    /** {@link #document}; it is told after all else is what it is in that document. */
    ReadOnlyIntegerProperty documentProperty() {
        return shownDocument.getReadOnlyProperty();
    }

    /** The plan of another experiment, without fixes. */
    Outcome check(Experiment other) {
        return planning.check().apply(other);
    }

    private void become(EditName name, EditHistory.Version after) {
        history.add(name, new EditHistory.Version(experiment.get(), branch), after);
        show(after);
    }

    private void show(EditHistory.Version next) {
        branch = next.branch();
        // The plan first: whoever hears of the new experiment finds the plan that fits it.
        outcome.set(check(next.experiment()));
        experiment.set(next.experiment());
        undoName.set(history.undoName());
        redoName.set(history.redoName());
        shownDocument.set(branch.document());
        suggest();
    }

    /**
     * Looks for fixes, one experiment at a time. An edit ends a search that goes on; of the
     * experiments that came meanwhile, the newest is next.
     */
    private void suggest() {
        search.ifPresent(running -> running.abandoned().set(true));
        if (search.isEmpty() && needsFixes(outcome.get())) {
            var next = new Search(experiment.get(), new AtomicBoolean());
            search = Optional.of(next);
            workers.work(
                    () -> planning.suggest().of(next.of(), next.abandoned()::get),
                    found -> suggested(next, found),
                    failure -> {
                        LOG.error("No fixes were found", failure);
                        suggested(next, outcome.get());
                    });
        }
    }

    private void suggested(Search done, Outcome found) {
        search = Optional.empty();
        if (done.abandoned().get()) {
            suggest();
        } else {
            outcome.set(found);
        }
    }

    /**
     * A search for fixes in the background.
     *
     * @param abandoned set by the FX thread, read by the search
     */
    private record Search(Experiment of, AtomicBoolean abandoned) {}

    private static boolean needsFixes(Outcome outcome) {
        return !outcome.problems().isEmpty() || !outcome.warnings().isEmpty();
    }
}
