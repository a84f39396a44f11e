package org.ganatelier.ui.networks;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.text.Words;
import org.ganatelier.ui.layers.ShapeText;
import org.ganatelier.ui.widget.Hints;

import java.util.Optional;

/** The shape of what flows from one card to the next: "↓ 14×14×16". FX thread only. */
final class ShapeArrow extends Label {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final Words words;
    private final Tooltip tooltip;

    ShapeArrow(Words words) {
        this.words = words;
        getStyleClass().add("networks-shape");
        setMaxWidth(Double.MAX_VALUE);
        tooltip = Hints.on(this, "");
    }

    void show(Optional<Shape> shape) {
        setText("↓ " + shape.map(Shape::toString).orElse("?"));
        pseudoClassStateChanged(UNKNOWN, shape.isEmpty());
        String explained =
                shape.map(exact -> ShapeText.explained(exact, words))
                        .orElse(words.say("networks.shape.unknown"));
        tooltip.setText(explained);
        setAccessibleText(explained);
    }
}
