package org.ganatelier.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A line of controls. Where there is no room for all of them, some go, in a stated order; whoever
 * makes the line offers them in a menu then. FX thread only.
 */
class CollapsingBar extends HBox {
    private List<Node> order = List.of();

    CollapsingBar() {
        setAlignment(Pos.CENTER_LEFT);
    }

    /**
     * States which controls may go.
     *
     * @param firstToLast the first of them goes first; those that are not among them stay
     */
    final void collapse(List<Node> firstToLast) {
        order = List.copyOf(firstToLast);
        order.forEach(node -> node.visibleProperty().bind(node.managedProperty()));
    }

    @Override
    protected void layoutChildren() {
        fit();
        super.layoutChildren();
    }

    /** What stays decides how narrow it can be. */
    @Override
    protected double computeMinWidth(double height) {
        return width(
                getChildren().stream().filter(node -> !order.contains(node)).toList(),
                node -> node.minWidth(-1));
    }

    private void fit() {
        if (getWidth() == 0) {
            return;
        }
        int gone = 0;
        while (gone < order.size() && needed(without(gone)) > getWidth()) {
            gone++;
        }
        for (int i = 0; i < order.size(); i++) {
            order.get(i).setManaged(i >= gone);
        }
    }

    private List<Node> without(int first) {
        List<Node> gone = order.subList(0, first);
        return getChildren().stream().filter(node -> !gone.contains(node)).toList();
    }

    private double needed(List<Node> nodes) {
        return width(nodes, node -> Math.max(node.minWidth(-1), node.prefWidth(-1)));
    }

    /** The width of these controls side by side. */
    private double width(List<Node> nodes, ToDoubleFunction<Node> of) {
        List<Node> there =
                nodes.stream().filter(node -> node.isManaged() || order.contains(node)).toList();
        double widths = there.stream().mapToDouble(node -> snapSizeX(of.applyAsDouble(node))).sum();
        double gaps = getSpacing() * Math.max(0, there.size() - 1);
        return snappedLeftInset() + widths + gaps + snappedRightInset();
    }

    /** Takes the room that is left over. */
    static Region spring() {
        var spring = new Region();
        setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
