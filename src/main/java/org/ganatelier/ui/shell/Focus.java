package org.ganatelier.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Where the keyboard is and can go. FX thread only. */
final class Focus {
    private Focus() {}

    /** The first node within, from the upper left, that takes the keyboard. */
    static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled() || node.getScene() == null) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether neither a node nor anything around it is hidden. */
    static boolean isSeen(Node node) {
        for (@Nullable Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** The node that has the keyboard, if it is inside another. */
    static Optional<Node> within(Node outer) {
        Node owner = outer.getScene() == null ? null : outer.getScene().getFocusOwner();
        return Optional.ofNullable(owner).filter(node -> isIn(node, outer));
    }

    private static boolean isIn(Node inner, Node outer) {
        @Nullable Node node = inner;
        while (node != null && !node.equals(outer)) {
            node = node.getParent();
        }
        return node != null;
    }
}
