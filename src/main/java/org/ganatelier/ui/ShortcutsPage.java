package org.ganatelier.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

import org.controlsfx.control.action.Action;

import java.util.List;

/** What can be done by keyboard. */
final class ShortcutsPage extends GridPane {
    private int rows;

    ShortcutsPage(List<Action> actions) {
        getStyleClass().addAll("form", "shortcuts");
        row("F5 or Space", "Train, or pause");
        for (Action action : actions) {
            if (action.getAccelerator() != null && !"F5".equals(keys(action))) {
                row(keys(action), action.getText());
            }
        }
        row("F6, Shift+F6", "Go to the next part of the window, or back");
        row("Arrows, Enter", "In the images: move, choose A and then B");
        row("Alt+Up, Alt+Down", "On a layer: move it up or down");
        row("Ctrl+M", "On a layer: move it to the other network");
        row("Insert, Ctrl+D, Delete", "On a layer: add one behind it, duplicate it, remove it");
    }

    private static String keys(Action action) {
        return action.getAccelerator().getDisplayText();
    }

    private void row(String keys, String meaning) {
        var label = new Label(keys);
        label.getStyleClass().add("keys");
        addRow(rows++, label, new Label(meaning));
    }
}
