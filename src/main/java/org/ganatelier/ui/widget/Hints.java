package org.ganatelier.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

import java.util.Optional;

/** Tooltips that wrap and stay long enough to be read. FX thread only. */
public final class Hints {
    private static final Duration DELAY = Duration.millis(600);
    private static final Duration STAY = Duration.minutes(1);

    private Hints() {}

    /**
     * Gives a node a tooltip, or the one that it has another text.
     *
     * @return the tooltip, whose text may change later
     */
    public static Tooltip on(Node node, String text) {
        Optional<Tooltip> before = at(node);
        if (before.isPresent()) {
            before.get().setOnShowing(null);
            before.get().setText(text);
            return before.get();
        }
        Tooltip tooltip = of(text);
        if (node instanceof Control control) {
            control.setTooltip(tooltip);
        } else {
            Tooltip.install(node, tooltip);
            node.getProperties().put(Hints.class, tooltip);
        }
        return tooltip;
    }

    /** The tooltip that a node has. */
    static Optional<Tooltip> at(Node node) {
        return node instanceof Control control
                ? Optional.ofNullable(control.getTooltip())
                : Optional.ofNullable((Tooltip) node.getProperties().get(Hints.class));
    }

    /** A tooltip for what is no node, such as a tab. */
    public static Tooltip of(String text) {
        var tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setShowDelay(DELAY);
        tooltip.setShowDuration(STAY);
        return tooltip;
    }
}
