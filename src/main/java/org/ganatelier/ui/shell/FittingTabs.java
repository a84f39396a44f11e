package org.ganatelier.ui.shell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TabPane;

import org.ganatelier.ui.widget.Zoom;

import java.util.Optional;

/**
 * Tabs of panels: where there is no room for all names, only the selected one has its name beside
 * its icon. FX thread only.
 */
final class FittingTabs extends TabPane {
    private static final PseudoClass ICONS = PseudoClass.getPseudoClass("icons");

    private boolean icons;

    /** What all names need, at the usual size of everything. */
    private double needed;

    FittingTabs() {
        getStyleClass().add("panel-tabs");
    }

    @Override
    protected void layoutChildren() {
        headers().ifPresent(this::fit);
        super.layoutChildren();
    }

    /** Its own, and not those of tabs in a panel. */
    private Optional<Node> headers() {
        return getChildrenUnmodifiable().stream()
                .filter(child -> child.getStyleClass().contains("tab-header-area"))
                .findFirst()
                .map(area -> area.lookup(".headers-region"));
    }

    private void fit(Node headers) {
        double zoom = Zoom.of(this);
        if (!icons) {
            needed = headers.prefWidth(-1) / zoom;
        }
        boolean narrow = needed * zoom > getWidth();
        if (narrow != icons) {
            icons = narrow;
            pseudoClassStateChanged(ICONS, icons);
            applyCss();
        }
    }
}
