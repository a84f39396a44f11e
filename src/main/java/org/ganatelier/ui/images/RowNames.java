package org.ganatelier.ui.images;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Optional;

/** What the rows of a grid show, beside them. FX thread only. */
final class RowNames extends Region {
    /** As many rows as a preview has at most. */
    private static final int MOST = 10;

    private static final double GAP = 6;

    private List<Label> labels = List.of();

    RowNames() {
        setMouseTransparent(true);
        setManaged(false);
    }

    /** Names the rows from above; those beyond the last row are left out. */
    void show(List<String> names) {
        labels = names.stream().limit(MOST).map(RowNames::label).toList();
        getChildren().setAll(labels);
    }

    private static Label label(String name) {
        var label = new Label(name);
        label.getStyleClass().add("image-row-name");
        return label;
    }

    boolean isEmpty() {
        return labels.isEmpty();
    }

    int count() {
        return labels.size();
    }

    /** The name of a row, from 0. */
    Optional<String> of(int row) {
        return row < labels.size() ? Optional.of(labels.get(row).getText()) : Optional.empty();
    }

    /** The width that the names and the gap behind them take; 0 without names. */
    double room() {
        double widest =
                labels.stream().mapToDouble(label -> label.prefWidth(-1)).max().orElse(-GAP);
        return Math.ceil(widest + GAP);
    }

    /** Puts the names beside the rows of a grid. */
    void place(double gridLeft, double gridTop, GridRaster grid) {
        for (int row = 0; row < labels.size(); row++) {
            Label label = labels.get(row);
            label.autosize();
            double middle = gridTop + grid.topOfRow(row) + grid.cellHeight() / 2.0;
            label.relocate(
                    Math.floor(gridLeft - GAP - label.getWidth()),
                    Math.floor(middle - label.getHeight() / 2));
        }
    }
}
