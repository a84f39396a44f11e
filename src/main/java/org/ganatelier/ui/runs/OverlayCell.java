package org.ganatelier.ui.runs;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;

import org.ganatelier.session.Overlays;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Reasons;
import org.ganatelier.ui.widget.RunSign;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.OptionalInt;

/** Whether a run is drawn on the plots, and in which colour. FX thread only. */
final class OverlayCell extends TreeTableCell<RunRow, OptionalInt> {
    private final Overlays overlays;
    private final Words words;
    private final CheckBox box = new CheckBox();
    private final HBox both = new HBox(box);

    OverlayCell(Overlays overlays, Words words) {
        this.overlays = overlays;
        this.words = words;
        both.getStyleClass().add("runs-overlay");
        getStyleClass().addAll("runs-cell", "runs-overlay-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // The table has the keyboard; its space bar does the same.
        box.setFocusTraversable(false);
        box.setAccessibleText(words.say("runs.column.overlay"));
        Hints.on(box, words.say("runs.column.overlay.hint"));
        box.setOnAction(_ -> choose());
    }

    private void choose() {
        RunRow row = getTableRow().getItem();
        if (row != null && box.isSelected()) {
            overlays.add(row.run());
        } else if (row != null) {
            overlays.remove(row.run());
        }
    }

    @Override
    protected void updateItem(@Nullable OptionalInt color, boolean empty) {
        super.updateItem(color, empty);
        if (empty || color == null) {
            setGraphic(null);
            return;
        }
        box.setSelected(color.isPresent());
        Reasons.disable(
                box,
                color.isEmpty() && overlays.isFull()
                        ? Optional.of(words.say("runs.overlay.full", "n", Overlays.MOST))
                        : Optional.empty());
        both.getChildren().setAll(box);
        color.ifPresent(number -> both.getChildren().add(RunSign.node(number)));
        setGraphic(both);
    }
}
