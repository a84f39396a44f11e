package org.ganatelier.ui.widget;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;

/** Nodes side by side, or one below the other where that fits better. FX thread only. */
public class Row extends GridPane {
    /** A row of nodes, side by side. */
    // Only methods of JavaFX that no row overrides are called.
    @SuppressWarnings("this-escape")
    public Row(Node... nodes) {
        getChildren().addAll(nodes);
        setOrientation(Orientation.HORIZONTAL);
    }

    /** Places them anew. */
    public final void setOrientation(Orientation way) {
        boolean across = way == Orientation.HORIZONTAL;
        for (int i = 0; i < getChildren().size(); i++) {
            setConstraints(getChildren().get(i), across ? i : 0, across ? 0 : i);
        }
    }
}
