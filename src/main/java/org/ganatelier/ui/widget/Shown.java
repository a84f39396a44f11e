package org.ganatelier.ui.widget;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

import java.util.Optional;

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
                node.parentProperty()
                        .map(Optional::of)
                        .orElse(Optional.empty())
                        .flatMap(
                                parent -> parent.map(Shown::visible).orElseGet(() -> isRoot(node)));
        return node.visibleProperty().flatMap(is -> around.map(seen -> is && seen));
    }

    /** A node that comes into its place, or leaves it, has a scene and no parent for a moment. */
    private static ObservableValue<Boolean> isRoot(Node node) {
        return node.sceneProperty().flatMap(Scene::rootProperty).map(node::equals).orElse(false);
    }
}
