package org.ganatelier.ui.runs;

import javafx.css.PseudoClass;
import javafx.scene.control.cell.TextFieldTreeTableCell;
import javafx.util.Subscription;
import javafx.util.converter.DefaultStringConverter;

import org.jspecify.annotations.Nullable;

/** The name of a run, which can be written over; bold while the window shows the run. */
final class NameCell extends TextFieldTreeTableCell<RunRow, String> {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    private Subscription following = Subscription.EMPTY;

    NameCell() {
        super(new DefaultStringConverter());
        getStyleClass().addAll("runs-cell", "runs-name");
    }

    @Override
    public void updateItem(@Nullable String name, boolean empty) {
        super.updateItem(name, empty);
        following.unsubscribe();
        RunRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (row == null || empty) {
            pseudoClassStateChanged(SHOWN, false);
            following = Subscription.EMPTY;
        } else {
            following = row.shownProperty().subscribe(is -> pseudoClassStateChanged(SHOWN, is));
        }
    }
}
