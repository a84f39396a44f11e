package org.ganatelier.ui.shell;

import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

import org.controlsfx.control.action.Action;

/** A choice with a line of explanation under its name. FX thread only. */
final class TwoLines extends VBox {
    private static final double TEXT_WIDTH = 360;

    TwoLines(String name, String explanation) {
        var title = new Label(name);
        title.getStyleClass().add("menu-choice");
        // Not a label: in a menu, that would take one line whatever its length.
        var line = new Text(explanation);
        line.getStyleClass().add("menu-explanation");
        line.setWrappingWidth(TEXT_WIDTH);
        getChildren().addAll(title, line);
    }

    /** A menu item of a command and what it does. */
    static MenuItem itemOf(Action action) {
        var item = new CustomMenuItem(new TwoLines(action.getText(), action.getLongText()));
        // For assistive technology and for tests: the content is a node, which a menu cannot read.
        item.setText(action.getText());
        item.setOnAction(action);
        return item;
    }
}
