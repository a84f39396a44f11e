package org.ganatelier.ui.objective;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.ui.widget.Hints;

/** What an objective is: both losses, its meaning, its paper. FX thread only. */
final class FormulaBox extends VBox {
    private static final PseudoClass LONGER = PseudoClass.getPseudoClass("longer");

    private final Label ofDiscriminator = new Label();
    private final Label ofGenerator = new Label();
    private final Label letters = new Label(ObjectiveTexts.LETTERS);
    private final Label meaning = new Label();
    private final TextField paper = new TextField();

    FormulaBox() {
        getStyleClass().add("objective-formulas");
        var losses = new GridPane();
        losses.getStyleClass().add("objective-losses");
        losses.addRow(0, name(Side.DISCRIMINATOR), ofDiscriminator);
        losses.addRow(1, name(Side.GENERATOR), ofGenerator);
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var formulas = new ColumnConstraints();
        formulas.setHgrow(Priority.ALWAYS);
        losses.getColumnConstraints().addAll(names, formulas);
        for (Label formula : new Label[] {ofDiscriminator, ofGenerator}) {
            formula.getStyleClass().add("objective-formula");
            formula.setWrapText(true);
        }
        meaning.setWrapText(true);
        meaning.getStyleClass().add("objective-meaning");
        letters.setWrapText(true);
        letters.getStyleClass().add("objective-letters");
        // A field, so that the number of the paper can be selected and copied.
        paper.setEditable(false);
        paper.getStyleClass().add("objective-paper");
        paper.setAccessibleText("Paper");
        Hints.on(paper, "The paper that it comes from. Select and copy it to look it up.");
        getChildren().addAll(losses, letters, meaning, paper);
    }

    void show(Objective objective) {
        ofDiscriminator.setText(ObjectiveTexts.formula(objective, Side.DISCRIMINATOR));
        ofGenerator.setText(ObjectiveTexts.formula(objective, Side.GENERATOR));
        meaning.setText(objective.kind().meaning());
        paper.setText(objective.kind().paper());
        // Of what this kind passes over, too: the height must not follow the kind looked at.
        pseudoClassStateChanged(LONGER, objective.labelSmoothing() > 0 || objective.r1() > 0);
    }

    private static Label name(Side side) {
        var name = new Label(side.letter() + " minimises");
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
