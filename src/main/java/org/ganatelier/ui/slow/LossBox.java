package org.ganatelier.ui.slow;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.dissection.LossTerm;
import org.ganatelier.train.dissection.PlayerTurn;

import java.util.ArrayList;
import java.util.List;

/** The formula of a loss, and these very numbers put into it. FX thread only. */
final class LossBox extends VBox {
    private final List<Node> parts = new ArrayList<>();

    LossBox(PlayerTurn turn, Formulas formulas, SlowTexts texts) {
        getStyleClass()
                .addAll(
                        "slow-loss",
                        turn.side() == Side.GENERATOR ? "of-generator" : "of-discriminator");
        var grid = new GridPane();
        grid.getStyleClass().add("slow-terms");
        var wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        var narrow = new ColumnConstraints();
        narrow.setMinWidth(USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(wide, narrow);
        List<LossTerm> terms = turn.terms();
        for (int i = 0; i < terms.size(); i++) {
            LossTerm term = terms.get(i);
            Label formula = label(formulas.of(term.part()), "slow-formula");
            formula.setWrapText(true);
            Label about = label(texts.say(about(term.part())), "slow-note");
            about.setWrapText(true);
            var left = new VBox(formula, about);
            Label value = label(texts.number(term.value()), "slow-value");
            grid.addRow(i, left, value);
            parts.addAll(List.of(left, value));
        }
        getChildren().add(grid);
        add(label(texts.total(turn), "slow-total"));
        texts.totalWithPenalty(turn).ifPresent(text -> add(label(text, "slow-note")));
        add(label(texts.onTheCurve(turn), "slow-note"));
    }

    private static String about(LossTerm.Part part) {
        return switch (part) {
            case ON_REAL -> "slow.term.on-real";
            case ON_GENERATED -> "slow.term.on-generated";
            case OF_PAIRS -> "slow.term.of-pairs";
            case OF_GENERATOR -> "slow.term.of-generator";
            case PENALTY -> "slow.term.penalty";
        };
    }

    /** What comes one after the other. */
    List<Node> parts() {
        return parts;
    }

    private void add(Label label) {
        label.setWrapText(true);
        getChildren().add(label);
        parts.add(label);
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
