package org.ganatelier.ui.images;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Two nodes to be compared, equally wide, each under its title. */
final class SideBySide extends HBox {
    SideBySide(String leftTitle, Node left, String rightTitle, Node right) {
        getStyleClass().add("side-by-side");
        getChildren().addAll(titled(leftTitle, left), titled(rightTitle, right));
    }

    private static Node titled(String title, Node content) {
        var label = new Label(title);
        label.getStyleClass().add("text-muted");
        BorderPane.setAlignment(label, Pos.CENTER);
        var pane = new BorderPane(content);
        pane.setTop(label);
        // Both halves are as wide, whatever their content would like to be.
        pane.setPrefWidth(0);
        HBox.setHgrow(pane, Priority.ALWAYS);
        return pane;
    }
}
