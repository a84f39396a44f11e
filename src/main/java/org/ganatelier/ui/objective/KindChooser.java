package org.ganatelier.ui.objective;

import javafx.scene.layout.VBox;

import org.ganatelier.experiment.objective.Objective;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** The kinds of objectives to choose from, and what the one looked at is. FX thread only. */
final class KindChooser extends VBox {
    private final FormulaBox formulas = new FormulaBox();
    private final Choices<Objective.Kind> kinds;
    private Objective now = new Objective(Objective.Kind.NON_SATURATING);

    /**
     * @param choice receives the kind that the user chooses
     */
    KindChooser(Consumer<Objective.Kind> choice) {
        getStyleClass().add("objective-kinds");
        Map<Objective.Kind, Choices.Words> words = new EnumMap<>(Objective.Kind.class);
        for (Objective.Kind kind : Objective.Kind.values()) {
            words.put(
                    kind,
                    new Choices.Words(
                            kind.title(),
                            kind.meaning(),
                            ObjectiveTexts.hint(new Objective(kind))));
        }
        kinds = new Choices<>(words, Objective.Kind.NON_SATURATING, choice, this::look);
        getChildren().addAll(kinds, formulas);
    }

    void show(Objective objective) {
        now = objective;
        kinds.show(objective.kind());
    }

    /** Another kind would keep what is added. */
    private void look(Objective.Kind kind) {
        formulas.show(now.withKind(kind));
    }

    void focus() {
        kinds.focus();
    }
}
