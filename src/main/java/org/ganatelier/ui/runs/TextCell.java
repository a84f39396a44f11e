package org.ganatelier.ui.runs;

import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;

import org.ganatelier.text.RunText;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.jspecify.annotations.Nullable;

/** A figure of a run; what does not fit is in its tooltip. FX thread only. */
final class TextCell extends TreeTableCell<RunRow, String> {
    private final RunColumn column;
    private final Words words;
    private final Tooltip hint = Hints.of("");

    TextCell(RunColumn column, Words words) {
        this.column = column;
        this.words = words;
        getStyleClass().addAll("runs-cell", "runs-text");
        setAlignment(column.isNumber() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty || text == null ? "" : text);
        RunRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || text == null || row == null) {
            setTooltip(null);
            return;
        }
        hint.setText(
                switch (column) {
                    case DIFFERS -> RunText.difference(words, row.run());
                    case STANDING -> RunText.meaning(words, row.run().standing());
                    default -> words.say(column.key()) + ": " + text;
                });
        setTooltip(hint);
    }
}
