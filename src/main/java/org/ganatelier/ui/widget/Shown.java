package org.ganatelier.ui.widget;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** Whether a node is to be seen. */
final class Shown {
    private Shown() {}

    /**
     * Whether a node stands in a window that is open, and neither it nor anything around it is
     * hidden, as the pages of a tab pane are that are not selected.
     */
    static ObservableValue<Boolean> of(Node node) {
        ObservableValue<Boolean> open =
                node.sceneProperty()
                        .flatMap(Scene::windowProperty)
                        .flatMap(Window::showingProperty);
        ObservableValue<Boolean> visible = visible(node);
        return open.flatMap(is -> visible.map(seen -> is && seen)).orElse(false);
    }

    private static ObservableValue<Boolean> visible(Node node) {
        ObservableValue<Boolean> around =
                node.parentProperty().flatMap(Shown::visible).orElse(true);
        return node.visibleProperty().flatMap(is -> around.map(seen -> is && seen));
    }
}
