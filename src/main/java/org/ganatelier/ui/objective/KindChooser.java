package org.ganatelier.ui.objective;

import javafx.scene.layout.VBox;

import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.text.Words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The losses to choose from, and what the one looked at is. FX thread only. */
final class KindChooser extends VBox {
    private final FormulaBox formulas;
    private final Choices<Loss> losses;
    private Objective now;

    /**
     * @param choice receives the loss that the user chooses
     */
    KindChooser(Consumer<Loss> choice, Words words) {
        getStyleClass().add("objective-kinds");
        Map<Loss, Choices.Option> options = new LinkedHashMap<>();
        for (Loss loss : Loss.all()) {
            options.put(
                    loss,
                    new Choices.Option(
                            ObjectiveTexts.title(loss, words),
                            ObjectiveTexts.meaning(loss, words),
                            ObjectiveTexts.hint(new Objective(loss), words),
                            ObjectiveTerms.of(loss)));
        }
        Loss first = Loss.all().getFirst();
        now = new Objective(first);
        formulas = new FormulaBox(words);
        losses = new Choices<>(options, first, choice, this::look, words);
        getChildren().addAll(losses, formulas);
    }

    void show(Objective objective) {
        now = objective;
        losses.show(objective.loss());
    }

    /** Another loss would keep what is added. */
    private void look(Loss loss) {
        formulas.show(now.withLoss(loss));
    }

    void focus() {
        losses.focus();
    }
}
