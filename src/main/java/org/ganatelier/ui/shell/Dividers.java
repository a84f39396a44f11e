package org.ganatelier.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

import org.ganatelier.session.Settings;
import org.ganatelier.ui.widget.Zoom;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Where the places of the window meet. The left one and the one below keep their size, in pixels at
 * the usual size of everything, and the right one its share of what the left one leaves: so a place
 * looks the same in a window of another size and at another scale. In a low window the one below
 * begins lower. What the user has moved is remembered, and never makes a place smaller than it can
 * be. FX thread only.
 */
final class Dividers {
    /** Of the room for images and curves, the part of the curves. */
    private static final double RIGHT_SHARE = 0.48;

    /** What stands below keeps no more than this for itself, as images need the height more. */
    private static final double BOTTOM_SHARE = 0.21;

    private static final double LEAST_BOTTOM = 146;
    private static final double MOST_BOTTOM = 190;

    /** The line of tabs, where several panels share the place below. */
    private static final double TABS = 38;

    private final SplitPane columns;
    private final SplitPane rows;
    private final Settings settings;

    /**
     * @param columns hold places side by side
     * @param rows hold the columns, and perhaps a place below
     */
    Dividers(SplitPane columns, SplitPane rows, Settings settings) {
        this.columns = columns;
        this.rows = rows;
        this.settings = settings;
        for (SplitPane pane : List.of(columns, rows)) {
            pane.widthProperty().subscribe(this::place);
            pane.heightProperty().subscribe(this::place);
            pane.addEventFilter(MouseEvent.MOUSE_RELEASED, this::moved);
        }
    }

    /** Puts the dividers where they belong. */
    void place() {
        placeColumns();
        placeRows();
    }

    private void placeColumns() {
        double width = columns.getWidth();
        int last = columns.getDividers().size() - 1;
        if (last < 0 || width == 0) {
            return;
        }
        double left = 0;
        if (isFirst(Area.LEFT)) {
            left = fitting(extent(Area.LEFT, usualLeft()), item(0), width - least(1));
            columns.setDividerPosition(0, left / width);
        }
        if (isLast(Area.RIGHT)) {
            double share = settings.extent(Area.RIGHT.id()).orElse(RIGHT_SHARE);
            double room = width - left;
            double right = fitting(share * room, item(last + 1), room - item(last).minWidth(-1));
            columns.setDividerPosition(last, 1 - right / width);
        }
    }

    private void placeRows() {
        double height = rows.getHeight();
        if (rows.getDividers().isEmpty() || height == 0) {
            return;
        }
        Node below = rows.getItems().getLast();
        double tabs = below instanceof AreaView view && view.hasTabs() ? TABS : 0;
        double wanted = extent(Area.BOTTOM, usualBottom(height) + tabs);
        double bottom =
                Math.clamp(wanted, below.minHeight(-1), Math.max(below.minHeight(-1), height / 2));
        rows.setDividerPosition(0, 1 - bottom / height);
    }

    /** The user has let go of a divider. */
    private void moved(MouseEvent event) {
        if (!isDivider(event.getTarget())) {
            return;
        }
        double zoom = Zoom.of(columns);
        double left = isFirst(Area.LEFT) ? width(0) : 0;
        if (left > 0) {
            settings.setExtent(Area.LEFT.id(), left / zoom);
        }
        if (isLast(Area.RIGHT)) {
            double right = width(columns.getItems().size() - 1);
            settings.setExtent(Area.RIGHT.id(), right / (columns.getWidth() - left));
        }
        if (!rows.getDividers().isEmpty()) {
            settings.setExtent(
                    Area.BOTTOM.id(),
                    rows.getItems().getLast().getLayoutBounds().getHeight() / zoom);
        }
    }

    private static boolean isDivider(Object target) {
        return target instanceof Node node && (looksSo(node) || looksSo(node.getParent()));
    }

    private static boolean looksSo(@Nullable Node node) {
        return node != null && node.getStyleClass().contains("split-pane-divider");
    }

    private double extent(Area area, double usual) {
        return settings.extent(area.id()).orElse(usual) * Zoom.of(columns);
    }

    private double usualBottom(double height) {
        return Math.clamp(BOTTOM_SHARE * height / Zoom.of(rows), LEAST_BOTTOM, MOST_BOTTOM);
    }

    private double usualLeft() {
        return item(0).prefWidth(-1) / Zoom.of(columns);
    }

    /** As near to what is wanted as the node and its neighbours can be. */
    private static double fitting(double wanted, Node node, double most) {
        double least = node.minWidth(-1);
        return Math.clamp(wanted, least, Math.max(least, most));
    }

    /** What the columns from one on need. */
    private double least(int first) {
        return columns.getItems().stream().skip(first).mapToDouble(n -> n.minWidth(-1)).sum();
    }

    private boolean isFirst(Area area) {
        return columns.getItems().size() > 1 && isIn(item(0), area);
    }

    private boolean isLast(Area area) {
        return columns.getItems().size() > 1 && isIn(columns.getItems().getLast(), area);
    }

    private static boolean isIn(Node node, Area area) {
        return node instanceof AreaView view && view.area() == area;
    }

    private Node item(int index) {
        return columns.getItems().get(index);
    }

    private double width(int index) {
        return item(index).getLayoutBounds().getWidth();
    }
}
