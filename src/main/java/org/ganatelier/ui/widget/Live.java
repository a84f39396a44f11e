package org.ganatelier.ui.widget;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * Values that a node follows only while it is in a scene. What outlives a view, such as the
 * session, is followed by way of these: a view that was replaced hears nothing more and is not kept
 * in memory. FX thread only.
 */
public final class Live {
    private Live() {}

    /**
     * A value as long as a node is in a scene. Before that it is the value at the time of this
     * call, and afterwards the last one that the node could hear of; a node that comes back hears
     * what changed meanwhile.
     */
    public static <T> ObservableValue<T> on(Node node, ObservableValue<T> value) {
        // Not isNotNull(): the scene's property would hold that weakly, and what was collected
        // before the node came into its scene would never be heard of.
        return value.when(node.sceneProperty().map(_ -> true).orElse(false));
    }

    /**
     * A value as long as a node is to be seen: in an open window, and not in a tab at the back. For
     * what is drawn anew with each value and of no use unseen.
     */
    public static <T> ObservableValue<T> whileSeen(Node node, ObservableValue<T> value) {
        return value.when(Shown.of(node));
    }
}
