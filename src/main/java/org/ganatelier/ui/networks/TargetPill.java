package org.ganatelier.ui.networks;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.ProblemList;
import org.ganatelier.ui.widget.Remarks;

import java.util.function.BiConsumer;

/** What has to come out of a stack, and what is wrong with the stack as a whole. FX thread only. */
final class TargetPill extends VBox {
    private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");

    private final Side side;
    private final ProblemList problems;
    private final Tooltip tooltip;

    TargetPill(Side side, BiConsumer<Place, Fix> fixer, Words words) {
        this.side = side;
        problems = new ProblemList(fixer, words);
        getStyleClass().addAll("networks-pill", "networks-target");
        var label =
                new Label(
                        switch (side) {
                            case GENERATOR -> "image";
                            case DISCRIMINATOR -> "one score: real?";
                        });
        tooltip = Hints.on(label, "");
        getChildren().addAll(label, problems);
    }

    void show(Shape.Image data, Remarks remarks) {
        tooltip.setText(
                switch (side) {
                    case GENERATOR ->
                            "What the generator makes must have the shape of the data, " + data;
                    case DISCRIMINATOR ->
                            "One number for each image: high where the discriminator takes it for"
                                    + " real. No activation is needed, the objective takes the raw"
                                    + " score.";
                });
        problems.show(remarks);
        pseudoClassStateChanged(REJECTED, remarks.reject());
    }
}
