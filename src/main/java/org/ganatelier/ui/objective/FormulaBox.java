package org.ganatelier.ui.objective;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;

/** What an objective is: both losses, its meaning, its paper. FX thread only. */
final class FormulaBox extends VBox {
    private final Label ofDiscriminator = new Label();
    private final Label ofGenerator = new Label();
    private final Label meaning = new Label();
    private final Words words;
    private final TextField paper = new TextField();

    FormulaBox(Words words) {
        this.words = words;
        getStyleClass().add("objective-formulas");
        var losses = new GridPane();
        losses.getStyleClass().add("objective-losses");
        losses.addRow(0, name(Side.DISCRIMINATOR, words), ofDiscriminator);
        losses.addRow(1, name(Side.GENERATOR, words), ofGenerator);
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var formulas = new ColumnConstraints();
        formulas.setHgrow(Priority.ALWAYS);
        losses.getColumnConstraints().addAll(names, formulas);
        for (Label formula : new Label[] {ofDiscriminator, ofGenerator}) {
            formula.getStyleClass().add("objective-formula");
            formula.setWrapText(true);
        }
        var letters = new Label(words.say("objective.formula.letters"));
        meaning.setWrapText(true);
        meaning.getStyleClass().add("objective-meaning");
        letters.setWrapText(true);
        letters.getStyleClass().add("objective-letters");
        // A field, so that the number of the paper can be selected and copied.
        paper.setEditable(false);
        paper.getStyleClass().add("objective-paper");
        paper.setAccessibleText(words.say("objective.paper"));
        Hints.on(paper, words.say("objective.paper.hint"));
        getChildren().addAll(losses, letters, meaning, paper);
    }

    void show(Objective objective) {
        ofDiscriminator.setText(ObjectiveTexts.formula(objective, Side.DISCRIMINATOR));
        ofGenerator.setText(ObjectiveTexts.formula(objective, Side.GENERATOR));
        meaning.setText(ObjectiveTexts.meaning(objective.loss(), words));
        paper.setText(objective.loss().paper());
    }

    private static Label name(Side side, Words words) {
        var name = new Label(words.say("objective.formula.minimises", "side", side.letter()));
        name.getStyleClass()
                .addAll(
                        "objective-player",
                        switch (side) {
                            case GENERATOR -> "of-generator";
                            case DISCRIMINATOR -> "of-discriminator";
                        });
        return name;
    }
}
