package org.ganatelier.ui.networks;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

import org.ganatelier.ui.widget.Scrolling;
import org.ganatelier.ui.widget.Zoom;

/**
 * Scrolls a stack up and down. It stays where it is in pixels, not in parts of the whole, when the
 * stack grows or shrinks. FX thread only.
 */
final class StackScroll extends ScrollPane {
    /**
     * Room for the bar beside the cards, so that they keep their width when it comes and goes; as
     * wide as the style sheet makes the bar.
     */
    private static final double GUTTER = 8;

    /** Left above and below what is brought into view: a neighbour's edge says there is more. */
    private static final double MARGIN = 24;

    private final Region content;
    private double offset;
    private boolean keeping;

    StackScroll(Region content) {
        this.content = content;
        setContent(content);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        Scrolling.paintOnlyChanges(this);
        getStyleClass().add("networks-scroll");
        ObservableValue<Number> zoom = Zoom.on(this);
        content.prefWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> getWidth() - gutter(zoom.getValue().doubleValue()),
                                widthProperty(),
                                zoom));
        content.heightProperty().subscribe(this::keep);
        viewportBoundsProperty().subscribe(this::keep);
        vvalueProperty().subscribe(this::moved);
    }

    /** Its content is never cut off at a side as long as there is room in the window. */
    @Override
    protected double computeMinWidth(double height) {
        return content.minWidth(-1) + gutter(Zoom.of(this));
    }

    /** How far the content is scrolled, in pixels. */
    double offset() {
        return offset;
    }

    /** Is scrolled so far, in pixels, as soon as there is so much content. */
    void keepAt(double pixels) {
        offset = pixels;
        keep();
    }

    /** Scrolls by some pixels, as far as there is something to see. */
    void scrollBy(double pixels) {
        offset = Math.clamp(offset + pixels, 0, range());
        keep();
    }

    /** Scrolls no further than it takes to see a node, if it is part of the content. */
    void reveal(Node node) {
        if (holds(node)) {
            applyCss();
            layout();
            scrollTo(content.sceneToLocal(node.localToScene(node.getLayoutBounds())));
        }
    }

    /** The end of what is too large to be seen whole gives way to its beginning. */
    private void scrollTo(Bounds bounds) {
        double top = bounds.getMinY() - MARGIN;
        double hidden = bounds.getMaxY() + MARGIN - offset - getViewportBounds().getHeight();
        if (top < offset) {
            scrollBy(top - offset);
        } else if (hidden > 0) {
            scrollBy(Math.min(hidden, top - offset));
        }
    }

    /** In whole pixels, as lengths in style sheets are. */
    private static double gutter(double zoom) {
        return Math.rint(GUTTER * zoom);
    }

    private boolean holds(Node node) {
        Node ancestor = node;
        while (ancestor != null && !ancestor.equals(content)) {
            ancestor = ancestor.getParent();
        }
        return ancestor != null;
    }

    private double range() {
        return Math.max(0, content.getHeight() - getViewportBounds().getHeight());
    }

    private void keep() {
        keeping = true;
        setVvalue(range() == 0 ? 0 : Math.clamp(offset / range(), 0, 1));
        keeping = false;
    }

    private void moved() {
        if (!keeping) {
            offset = getVvalue() * range();
        }
    }
}
