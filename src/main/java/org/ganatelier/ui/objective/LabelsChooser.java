package org.ganatelier.ui.objective;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Whether and how the networks are told labels, and what the way looked at is. FX thread only. */
final class LabelsChooser extends VBox {
    private final Label formula = new Label();
    private final Label meaning = new Label();
    private final TextField paper = new TextField();
    private final Choices<Conditioning> ways;
    private final Words words;

    /**
     * @param choice receives the way that the user chooses
     */
    LabelsChooser(Consumer<Conditioning> choice, Words words) {
        this.words = words;
        getStyleClass().add("objective-kinds");
        Map<Conditioning, Choices.Option> options = new EnumMap<>(Conditioning.class);
        for (Conditioning way : Conditioning.values()) {
            options.put(
                    way,
                    new Choices.Option(
                            ObjectiveTexts.title(way, words),
                            ObjectiveTexts.meaning(way, words),
                            "%s %s. %s"
                                    .formatted(
                                            ObjectiveTexts.meaning(way, words),
                                            way.formula(),
                                            way.paper()),
                            ObjectiveTerms.of(way)));
        }
        ways = new Choices<>(options, Conditioning.NONE, choice, this::explain, words);
        getChildren().addAll(ways, box());
    }

    void show(Conditioning way) {
        ways.show(way);
    }

    private VBox box() {
        formula.getStyleClass().add("objective-formula");
        meaning.getStyleClass().add("objective-meaning");
        var letters = new Label(words.say("objective.labels.letters"));
        letters.getStyleClass().add("objective-letters");
        for (Label label : new Label[] {formula, letters, meaning}) {
            label.setWrapText(true);
        }
        // A field, so that the number of the paper can be selected and copied.
        paper.setEditable(false);
        paper.getStyleClass().add("objective-paper");
        paper.setAccessibleText(words.say("objective.paper"));
        Hints.on(paper, words.say("objective.paper.hint"));
        var box = new VBox(formula, letters, meaning, paper);
        box.getStyleClass().add("objective-formulas");
        return box;
    }

    private void explain(Conditioning way) {
        formula.setText(ObjectiveTexts.formula(way));
        meaning.setText(ObjectiveTexts.meaning(way, words));
        paper.setText(way.paper());
    }
}
