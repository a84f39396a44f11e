package org.ganatelier.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** F6 takes the keyboard to the next panel, Shift+F6 to the one before. */
final class PanelCycle {
    private final List<Node> panels;

    PanelCycle(List<Node> panels) {
        this.panels = panels;
    }

    void installIn(Scene scene) {
        scene.getAccelerators().put(KeyCombination.valueOf("F6"), () -> go(scene, 1));
        scene.getAccelerators().put(KeyCombination.valueOf("Shift+F6"), () -> go(scene, -1));
    }

    private void go(Scene scene, int step) {
        int size = panels.size();
        int here = indexOf(scene.getFocusOwner());
        // From outside of all panels, forward is the first and back is the last.
        int start = here < 0 && step < 0 ? 0 : here;
        for (int i = 1; i <= size; i++) {
            Node panel = panels.get(Math.floorMod(start + i * step, size));
            Optional<Node> target = panel.getScene() == null ? Optional.empty() : first(panel);
            if (target.isPresent()) {
                target.get().requestFocus();
                return;
            }
        }
    }

    private int indexOf(@Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (panels.contains(node)) {
                return panels.indexOf(node);
            }
        }
        return -1;
    }

    /** The first node within, from the upper left, that takes the keyboard. */
    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
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
}
