package org.ganatelier.ui.networks;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import org.ganatelier.plan.model.Overlap;
import org.ganatelier.text.ArithmeticText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Zoom;

import java.util.Optional;

/** How often a transposed convolution paints each pixel, as a small picture. FX thread only. */
final class OverlapPicture extends Region {
    private static final PseudoClass UNEVEN = PseudoClass.getPseudoClass("uneven");

    /** Pixels on each side of the picture. */
    private static final int SIDE = 4;

    private static final double CELL = 3;
    private static final double GAP = 1;

    /** What is never painted is still to be seen. */
    private static final double PALEST = 0.2;

    private final Words words;
    private final Tooltip tooltip;

    OverlapPicture(Words words) {
        this.words = words;
        getStyleClass().add("networks-overlap");
        tooltip = Hints.on(this, "");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        for (int i = 0; i < SIDE * SIDE; i++) {
            var cell = new Region();
            cell.getStyleClass().add("networks-overlap-cell");
            getChildren().add(cell);
        }
        setVisible(false);
    }

    /** Shows a pattern, or nothing. */
    void show(Optional<Overlap> overlap) {
        setVisible(overlap.isPresent());
        pseudoClassStateChanged(UNEVEN, overlap.filter(o -> !o.isEven()).isPresent());
        overlap.ifPresent(this::paint);
    }

    private void paint(Overlap overlap) {
        String said = ArithmeticText.say(words, overlap);
        tooltip.setText(said);
        setAccessibleText(said);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int row = i / SIDE % overlap.size();
            int column = i % SIDE % overlap.size();
            double share =
                    (double) overlap.counts()[row * overlap.size() + column]
                            / Math.max(1, overlap.most());
            getChildren().get(i).setOpacity(PALEST + (1 - PALEST) * share);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(Zoom.of(this) * (SIDE * (CELL + GAP) - GAP));
    }

    @Override
    protected double computePrefHeight(double width) {
        return computePrefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        double step = Zoom.of(this) * (CELL + GAP);
        double cell = Zoom.of(this) * CELL;
        for (int i = 0; i < SIDE * SIDE; i++) {
            Node each = getChildren().get(i);
            int row = i / SIDE;
            int column = i % SIDE;
            each.resizeRelocate(
                    snapPositionX(column * step),
                    snapPositionY(row * step),
                    snapSizeX(cell),
                    snapSizeY(cell));
        }
    }
}
