package org.ganatelier.ui.charts;

import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/**
 * What the mouse does in a plot: the wheel or a pinch shows more or less around the pointer, a drag
 * moves along, a drag with Shift chooses a part, a double click shows all. FX thread only.
 */
final class PlotGestures {
    /** What a notch of the wheel leaves of the steps that are seen. */
    private static final double NOTCH_FACTOR = 0.8;

    /** Pixels that JavaFX calls a notch. */
    private static final double NOTCH = 40;

    /** A movement of fewer pixels is a click that was not held still. */
    private static final double DRAG = 4;

    /** A box that is so much lower than the plot chooses values too. */
    private static final double LOW_BOX = 0.8;

    private final Plot plot;
    private final Shared shared;

    /** What a drag with Shift has chosen so far. */
    private final Region box = new Region();

    private @Nullable Point2D begin;
    private double before;
    private boolean boxing;
    private boolean dragging;

    PlotGestures(Plot plot, Shared shared) {
        this.plot = plot;
        this.shared = shared;
        box.getStyleClass().add("plot-box");
        box.setManaged(false);
        box.setMouseTransparent(true);
        box.setVisible(false);
        plot.setOnScroll(this::scroll);
        plot.setOnZoom(this::pinch);
        plot.setOnMousePressed(this::press);
        plot.setOnMouseDragged(this::drag);
        plot.setOnMouseReleased(this::release);
        plot.setOnMouseClicked(this::click);
    }

    /** What shows the part that is being chosen; it lies over the plot. */
    Region box() {
        return box;
    }

    private void scroll(ScrollEvent event) {
        if (plot.isEmpty()) {
            return;
        }
        boolean sideways = Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        if (sideways) {
            pan(event.getDeltaX());
        } else {
            plot.zoom(Math.pow(NOTCH_FACTOR, event.getDeltaY() / NOTCH), share(event.getX()));
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        if (!plot.isEmpty() && event.getZoomFactor() > 0) {
            plot.zoom(1 / event.getZoomFactor(), share(event.getX()));
            event.consume();
        }
    }

    private void press(MouseEvent event) {
        plot.requestFocus();
        dragging = false;
        if (event.getButton() == MouseButton.PRIMARY && !plot.isEmpty()) {
            begin = new Point2D(event.getX(), event.getY());
            before = event.getX();
            boxing = event.isShiftDown();
        }
    }

    private void drag(MouseEvent event) {
        if (begin == null) {
            return;
        }
        var now = new Point2D(event.getX(), event.getY());
        dragging = dragging || begin.distance(now) >= DRAG;
        if (dragging && boxing) {
            showBox(begin, now);
        } else if (dragging) {
            pan(now.getX() - before);
            before = now.getX();
        }
    }

    private void release(MouseEvent event) {
        if (begin != null && dragging && boxing) {
            choose(begin, new Point2D(event.getX(), event.getY()));
        }
        begin = null;
        box.setVisible(false);
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !dragging) {
            plot.showAll();
        }
    }

    private void pan(double pixels) {
        plot.pan(-pixels / plot.frame().width());
    }

    private void showBox(Point2D one, Point2D other) {
        double left = within(Math.min(one.getX(), other.getX()) - plot.left());
        double right = within(Math.max(one.getX(), other.getX()) - plot.left());
        boolean low = isLow(one, other);
        double top = low ? Math.min(one.getY(), other.getY()) : plot.top();
        double bottom = low ? Math.max(one.getY(), other.getY()) : plot.top() + height();
        box.resizeRelocate(plot.left() + left, top, right - left, bottom - top);
        box.setVisible(true);
    }

    private void choose(Point2D one, Point2D other) {
        Frame frame = plot.frame();
        double left = within(Math.min(one.getX(), other.getX()) - plot.left());
        double right = within(Math.max(one.getX(), other.getX()) - plot.left());
        if (isLow(one, other)) {
            double high = frame.value(Math.min(one.getY(), other.getY()) - plot.top());
            double low = frame.value(Math.max(one.getY(), other.getY()) - plot.top());
            plot.showValues(new Look.Values(low, high));
        }
        if (right - left >= DRAG) {
            shared.lens().show(new Span(frame.stepAt(left), frame.stepAt(right)), plot.whole());
        }
    }

    private boolean isLow(Point2D one, Point2D other) {
        double tall = Math.abs(one.getY() - other.getY());
        return tall >= DRAG * DRAG && tall < LOW_BOX * height();
    }

    private double height() {
        return plot.frame().height();
    }

    private double within(double x) {
        return Math.clamp(x, 0, plot.frame().width());
    }

    private double share(double x) {
        return within(x - plot.left()) / plot.frame().width();
    }
}
