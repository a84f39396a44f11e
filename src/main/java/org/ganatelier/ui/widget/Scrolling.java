package org.ganatelier.ui.widget;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** What scroll panes show. FX thread only. */
public final class Scrolling {
    private Scrolling() {}

    /**
     * Has only what changes painted anew. By itself a scroll pane keeps a picture of all its
     * content, seen or not, and paints the whole of it at each change: good for a text that is only
     * moved, dear for what changes many times a second.
     */
    public static void paintOnlyChanges(ScrollPane pane) {
        pane.skinProperty()
                .subscribe(
                        _ ->
                                pane.getChildrenUnmodifiable().stream()
                                        .filter(Scrolling::isViewport)
                                        .forEach(viewport -> viewport.setCache(false)));
    }

    private static boolean isViewport(Node node) {
        return node.getStyleClass().contains("viewport");
    }
}
