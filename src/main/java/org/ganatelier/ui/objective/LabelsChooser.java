package org.ganatelier.ui.objective;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.ui.widget.Hints;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Whether and how the networks are told labels, and what the way looked at is. FX thread only. */
final class LabelsChooser extends VBox {
    private static final String LETTERS =
            "y the class, z noise, x an image, s D's score, φ(x) what goes into D's last layer";

    private final Label formula = new Label();
    private final Label meaning = new Label();
    private final TextField paper = new TextField();
    private final Choices<Conditioning> ways;

    /**
     * @param choice receives the way that the user chooses
     */
    LabelsChooser(Consumer<Conditioning> choice) {
        getStyleClass().add("objective-kinds");
        Map<Conditioning, Choices.Words> words = new EnumMap<>(Conditioning.class);
        for (Conditioning way : Conditioning.values()) {
            words.put(
                    way,
                    new Choices.Words(
                            way.title(),
                            way.meaning(),
                            "%s %s. %s".formatted(way.meaning(), way.formula(), way.paper())));
        }
        ways = new Choices<>(words, Conditioning.NONE, choice, this::explain);
        getChildren().addAll(ways, box());
    }

    void show(Conditioning way) {
        ways.show(way);
    }

    private VBox box() {
        formula.getStyleClass().add("objective-formula");
        meaning.getStyleClass().add("objective-meaning");
        var letters = new Label(LETTERS);
        letters.getStyleClass().add("objective-letters");
        for (Label label : new Label[] {formula, letters, meaning}) {
            label.setWrapText(true);
        }
        // A field, so that the number of the paper can be selected and copied.
        paper.setEditable(false);
        paper.getStyleClass().add("objective-paper");
        paper.setAccessibleText("Paper");
        Hints.on(paper, "The paper that it comes from. Select and copy it to look it up.");
        var box = new VBox(formula, letters, meaning, paper);
        box.getStyleClass().add("objective-formulas");
        return box;
    }

    private void explain(Conditioning way) {
        formula.setText(ObjectiveTexts.formula(way));
        meaning.setText(way.meaning());
        paper.setText(way.paper());
    }
}
