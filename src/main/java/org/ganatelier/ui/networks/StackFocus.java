package org.ganatelier.ui.networks;

import javafx.scene.Node;
import javafx.scene.Scene;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * Where the keyboard is among the stacks. When an edit takes away what had it, it goes to what is
 * nearest in the same stack: never to the other network. FX thread only.
 */
final class StackFocus {
    private final @Nullable Node owner;
    private final Optional<StackView> stack;

    /** Of the card that has it, or whose part has it. */
    private final Optional<Integer> index;

    /** Where the keyboard is now. */
    StackFocus(List<StackView> stacks, @Nullable Scene scene) {
        owner = scene == null ? null : scene.getFocusOwner();
        stack = stacks.stream().filter(this::isIn).findFirst();
        index =
                stack.flatMap(
                        home ->
                                home.cards().stream()
                                        .filter(this::isIn)
                                        .map(card -> card.at().index())
                                        .findFirst());
    }

    /** Brings it back if what had it is gone. */
    void keep() {
        if (owner != null && owner.getScene() == null) {
            stack.ifPresent(home -> nearest(home).requestFocus());
        }
    }

    private Node nearest(StackView home) {
        int last = home.cards().size() - 1;
        return index.isEmpty() || last < 0
                ? home.addButton()
                : home.cards().get(Math.min(index.get(), last));
    }

    private boolean isIn(Node outer) {
        @Nullable Node node = owner;
        while (node != null && !node.equals(outer)) {
            node = node.getParent();
        }
        return node != null;
    }
}
