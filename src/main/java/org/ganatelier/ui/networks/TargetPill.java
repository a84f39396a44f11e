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

    private final Words words;
    private final Side side;
    private final ProblemList problems;
    private final Tooltip tooltip;

    TargetPill(Side side, BiConsumer<Place, Fix> fixer, Words words) {
        this.words = words;
        this.side = side;
        problems = new ProblemList(fixer, words);
        getStyleClass().addAll("networks-pill", "networks-target");
        var label =
                new Label(
                        words.say(
                                switch (side) {
                                    case GENERATOR -> "networks.target.image";
                                    case DISCRIMINATOR -> "networks.target.score";
                                }));
        tooltip = Hints.on(label, "");
        getChildren().addAll(label, problems);
    }

    void show(Shape.Image data, Remarks remarks) {
        tooltip.setText(
                switch (side) {
                    case GENERATOR ->
                            words.say("networks.target.image.meaning", "shape", data.toString());
                    case DISCRIMINATOR -> words.say("networks.target.score.meaning");
                });
        problems.show(remarks);
        pseudoClassStateChanged(REJECTED, remarks.reject());
    }
}
