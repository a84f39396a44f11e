package org.ganatelier.ui.objective;

import javafx.beans.property.ReadOnlyObjectProperty;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.session.EditName;
import org.ganatelier.session.ExperimentEditor;

import java.util.function.UnaryOperator;

/** The experiment as seen from the objective, and the edits of it. FX thread only; no controls. */
final class ObjectiveModel {
    private final ExperimentEditor editor;

    ObjectiveModel(ExperimentEditor editor) {
        this.editor = editor;
    }

    ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return editor.outcomeProperty();
    }

    /** Replaces the experiment by what an edited field made of it. */
    void change(EditName editName, Experiment experiment) {
        editor.edit(editName, e -> experiment);
    }

    /** Changes the experiment. */
    void change(EditName editName, UnaryOperator<Experiment> change) {
        editor.edit(editName, change);
    }

    /** Applies a fix of a problem that stands at {@code place}. */
    void apply(Place place, Fix fix) {
        editor.apply(place, fix);
    }
}
