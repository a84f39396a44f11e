package org.ganatelier.ui.widget;

import javafx.scene.Node;
import javafx.scene.Scene;

import java.util.function.Consumer;

/** Ways from one panel to another, which it knows by name only. FX thread only. */
public final class PanelLinks {
    private static final String OPENER = PanelLinks.class.getName();

    private PanelLinks() {}

    /** Says what brings a panel of a window to the front. */
    public static void openWith(Scene scene, Consumer<String> opener) {
        scene.getProperties().put(OPENER, opener);
    }

    /**
     * Brings another panel of a node's window to the front, and takes the keyboard there.
     *
     * @param id of the panel; nothing happens where there is none
     */
    @SuppressWarnings("unchecked") // only openWith() puts something there
    public static void open(Node node, String id) {
        if (node.getScene().getProperties().get(OPENER) instanceof Consumer<?> opener) {
            ((Consumer<String>) opener).accept(id);
        }
    }
}
