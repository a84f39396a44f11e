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
import org.ganatelier.ui.widget.Terms;

import java.util.function.BiConsumer;

/** What has to come out of a stack, and what is wrong with the stack as a whole. FX thread only. */
final class TargetPill extends VBox {
    private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");

    private final Words words;
    private final Side side;
    private final ProblemList problems;
    private final Label label = new Label();
    private final Tooltip tooltip;

    TargetPill(Side side, BiConsumer<Place, Fix> fixer, Words words) {
        this.words = words;
        this.side = side;
        problems = new ProblemList(fixer, words);
        getStyleClass().addAll("networks-pill", "networks-target");
        tooltip = Hints.on(label, "");
        Terms.on(
                label,
                switch (side) {
                    case GENERATOR -> "generator";
                    case DISCRIMINATOR -> "logit";
                },
                words);
        getChildren().addAll(label, problems);
    }

    void show(Shape data, Remarks remarks) {
        switch (side) {
            case GENERATOR -> showSample(data);
            case DISCRIMINATOR -> {
                label.setText(words.say("networks.target.score"));
                tooltip.setText(words.say("networks.target.score.meaning"));
            }
        }
        problems.show(remarks);
        pseudoClassStateChanged(REJECTED, remarks.isWrong());
    }

    private void showSample(Shape data) {
        switch (data) {
            case Shape.Image image -> {
                label.setText(words.say("networks.target.image"));
                tooltip.setText(
                        words.say("networks.target.image.meaning", "shape", image.toString()));
            }
            case Shape.Flat(int units) -> {
                label.setText(words.say("networks.target.point"));
                tooltip.setText(words.say("networks.target.point.meaning", "n", units));
            }
        }
    }
}
