package org.ganatelier.ui.shell;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

import org.jspecify.annotations.Nullable;

/**
 * Leaves the keyboard where it was when a button of a bar is clicked: the next press of the space
 * bar trains, and does not do again what was clicked. FX thread only.
 */
final class ClickFocus {
    private final Pane bar;
    private final Node usual;

    /** Where the keyboard was when the mouse was pressed; null after any key. */
    private @Nullable Node before;

    private ClickFocus(Pane bar, Node usual) {
        this.bar = bar;
        this.usual = usual;
    }

    /**
     * @param usual has the keyboard after a click if a field had it before: what was typed there is
     *     finished
     */
    static void keep(Pane bar, Node usual) {
        var focus = new ClickFocus(bar, usual);
        bar.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> focus.remember());
        bar.addEventFilter(KeyEvent.KEY_PRESSED, _ -> focus.before = null);
        bar.addEventHandler(ActionEvent.ACTION, focus::bringBack);
    }

    private void remember() {
        Node owner = bar.getScene().getFocusOwner();
        before = owner == null || owner instanceof TextInputControl ? usual : owner;
    }

    private void bringBack(ActionEvent event) {
        if (before != null && event.getTarget() instanceof ButtonBase) {
            before.requestFocus();
            before = null;
        }
    }
}
