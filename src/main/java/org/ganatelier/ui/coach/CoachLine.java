package org.ganatelier.ui.coach;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

import org.ganatelier.ui.widget.Zoom;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;

/**
 * One line, always as high: what happens, the first sentence of why, and what can be done. What has
 * no room goes, the least important first; the rest keeps its whole text. FX thread only.
 */
final class CoachLine extends Pane {
    private static final double HEIGHT = 36;
    private static final double GAP = 10;

    /** A sentence with less room than this says nothing. */
    private static final double LEAST_SENTENCE = 160;

    /** So much of the sentence is worth more than a button that the page has too. */
    private static final double GOOD_SENTENCE = 260;

    final Label title = new Label();
    final Label sentence = new Label();
    final Label when = new Label();
    private final FontIcon sign = new FontIcon(Feather.MESSAGE_CIRCLE);
    private final Node power;
    private final Button more;
    private List<Button> offers = List.of();

    /**
     * @param more is there while something was said
     * @param power is always there
     */
    CoachLine(Button more, Node power) {
        this.more = more;
        this.power = power;
        getStyleClass().add("coach-strip");
        sign.getStyleClass().add("coach-sign");
        title.getStyleClass().add("coach-title");
        sentence.getStyleClass().addAll("coach-text", "coach-sentence");
        when.getStyleClass().add("coach-note");
        say(List.of(), false);
    }

    /**
     * Offers what can be done.
     *
     * @param buttons the most important first
     * @param said whether there is more to tell
     */
    void say(List<Button> buttons, boolean said) {
        offers = List.copyOf(buttons);
        List<Node> parts = new ArrayList<>(List.of(sign, title, sentence, when));
        parts.addAll(buttons);
        if (said) {
            parts.add(more);
        }
        parts.add(power);
        // A button that stays keeps the keyboard.
        if (!getChildren().equals(parts)) {
            getChildren().setAll(parts);
        }
        requestLayout();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(Zoom.of(this) * HEIGHT);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double gap = Zoom.of(this) * GAP;
        double left = place(sign, gap, sign.prefWidth(-1)) + gap;
        double right = placeBefore(power, getWidth() - gap) - gap;
        if (equals(more.getParent())) {
            right = placeBefore(more, right) - gap;
        }
        double name = Math.clamp(title.prefWidth(-1), 0, Math.max(0, right - left));
        left = place(title, left, name) + gap;
        choose(right - left, gap);
        // From the right, so that the most important one stands beside the sentence.
        for (Button offer : offers.reversed()) {
            right = offer.isVisible() ? placeBefore(offer, right) - gap : right;
        }
        right = when.isVisible() ? placeBefore(when, right) - gap : right;
        place(sentence, left, Math.clamp(sentence.prefWidth(-1), 0, Math.max(0, right - left)));
    }

    /** Makes visible what has room behind the title. */
    private void choose(double width, double gap) {
        double wanted = sentence.prefWidth(-1);
        double good = Math.min(wanted, Zoom.of(this) * GOOD_SENTENCE);
        double room = width;
        double kept = 0;
        for (Button offer : offers) {
            room -= choose(offer, room - kept, gap);
            kept = good;
        }
        if (when.getText().isEmpty()) {
            when.setVisible(false);
        } else {
            room -= choose(when, room - kept, gap);
        }
        sentence.setVisible(room >= Math.min(wanted, Zoom.of(this) * LEAST_SENTENCE));
    }

    /** What it takes of the room; nothing where there is not enough. */
    private static double choose(Node node, double room, double gap) {
        double width = node.prefWidth(-1) + gap;
        node.setVisible(width <= room);
        return node.isVisible() ? width : 0;
    }

    private double placeBefore(Node node, double right) {
        double width = node.prefWidth(-1);
        place(node, right - width, width);
        return right - width;
    }

    /** Half-way up. */
    private double place(Node node, double left, double width) {
        double height = node.prefHeight(-1);
        double top = (getHeight() - height) / 2;
        node.resizeRelocate(
                snapPositionX(left), snapPositionY(top), snapSizeX(width), snapSizeY(height));
        return left + width;
    }
}
