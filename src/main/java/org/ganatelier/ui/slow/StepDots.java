package org.ganatelier.ui.slow;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.text.Words;
import org.ganatelier.train.dissection.PlayerTurn;
import org.ganatelier.ui.widget.Hints;

import java.util.ArrayList;
import java.util.List;

/** All that happens in a step, in a row; a click goes there. FX thread only. */
final class StepDots extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Words words;
    private final Playback playback;
    private final List<Button> dots = new ArrayList<>();

    StepDots(Playback playback, Words words) {
        this.playback = playback;
        this.words = words;
        getStyleClass().add("slow-dots");
    }

    /** Shows the things of another step. */
    void begin(List<SubStep> steps, SlowTexts texts) {
        getChildren().clear();
        dots.clear();
        for (int i = 0; i < steps.size(); i++) {
            SubStep step = steps.get(i);
            if (i == 0 || !steps.get(i - 1).turn().equals(step.turn())) {
                getChildren().add(player(step.turn(), texts));
            }
            dots.add(dot(i, step, texts));
            getChildren().add(dots.getLast());
        }
    }

    private static Label player(PlayerTurn turn, SlowTexts texts) {
        String place = texts.place(turn);
        var label = new Label(place.isEmpty() ? turn.side().letter() : place);
        label.getStyleClass().addAll("slow-player", style(turn));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static String style(PlayerTurn turn) {
        return turn.side() == Side.GENERATOR ? "of-generator" : "of-discriminator";
    }

    private Button dot(int index, SubStep step, SlowTexts texts) {
        var dot = new Button(words.number(index + 1));
        dot.setId("slow-dot-" + (index + 1));
        dot.getStyleClass().setAll("button", "slow-dot", style(step.turn()));
        String title = texts.title(step.kind());
        Hints.on(dot, title);
        dot.setAccessibleText(title);
        dot.setOnAction(_ -> playback.show(index));
        return dot;
    }

    /** Marks the one that is shown. */
    void mark(int index) {
        for (int i = 0; i < dots.size(); i++) {
            dots.get(i).pseudoClassStateChanged(CURRENT, i == index);
            dots.get(i).pseudoClassStateChanged(OVER, i < index);
        }
    }
}
