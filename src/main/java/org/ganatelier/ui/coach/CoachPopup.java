package org.ganatelier.ui.coach;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.PopupWindow.AnchorLocation;
import javafx.stage.Window;

import org.ganatelier.ui.widget.Zoom;

/**
 * The page at the coach's line: below it, over what matters less than images and curves, or above
 * where there is no room below. It moves nothing, and goes with the next click elsewhere. FX thread
 * only.
 */
final class CoachPopup {
    /** Three lines hold most of what is said, beside the picture. */
    private static final double WIDTH = 900;

    private static final double MARGIN = 8;

    private final Region line;
    private final CoachPage page;
    private final Popup popup = new Popup();

    /**
     * @param line at whose right end it opens
     */
    CoachPopup(Region line, CoachPage page) {
        this.line = line;
        this.page = page;
        page.getStyleClass().add("coach-popup");
        popup.setAutoHide(true);
        popup.setAutoFix(true);
        popup.getContent().add(page);
    }

    boolean isOpen() {
        return popup.isShowing();
    }

    void close() {
        popup.hide();
    }

    /** Opens it, or closes it. */
    void toggle(Statement said) {
        Bounds at = line.localToScreen(line.getLayoutBounds());
        if (isOpen() || at == null) {
            close();
            return;
        }
        double zoom = Zoom.of(line);
        double margin = zoom * MARGIN;
        double width = Math.min(zoom * WIDTH, at.getWidth() - 2 * margin);
        Zoom.of(popup.getScene()).set(zoom);
        page.setPrefWidth(width);
        page.show(said);
        popup.setAnchorLocation(AnchorLocation.CONTENT_TOP_LEFT);
        popup.show(line, at.getMaxX() - width - margin, at.getMaxY());
        // It has a style, and with it a height, only now.
        page.applyCss();
        Window window = line.getScene().getWindow();
        if (at.getMaxY() + page.prefHeight(width) > window.getY() + window.getHeight()) {
            popup.setAnchorLocation(AnchorLocation.CONTENT_BOTTOM_LEFT);
            popup.setAnchorY(at.getMinY());
        }
        page.entrance().ifPresent(Node::requestFocus);
    }

    /** Shows what is said now, while it is open. */
    void follow(Statement said) {
        if (isOpen()) {
            page.show(said);
        }
    }
}
