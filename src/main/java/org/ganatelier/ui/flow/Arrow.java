package org.ganatelier.ui.flow;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

import java.util.ArrayList;
import java.util.List;

/** A line along some points, with a head at its end. Its looks are the style sheet's. */
final class Arrow extends Group {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final Path line = new Path();
    private final Path head = new Path();

    /**
     * @param styles what it is, for the style sheet
     */
    Arrow(String... styles) {
        setManaged(false);
        setMouseTransparent(true);
        line.getStyleClass().add("flow-line");
        line.getStyleClass().addAll(styles);
        head.getStyleClass().add("flow-head");
        head.getStyleClass().addAll(styles);
        getChildren().addAll(line, head);
    }

    /** Whether what goes along it is what happens now. */
    void light(boolean lit) {
        line.pseudoClassStateChanged(LIT, lit);
        head.pseudoClassStateChanged(LIT, lit);
    }

    /**
     * Leads along points, at least two.
     *
     * @param size of the head, in pixels
     */
    void lead(double size, List<Point2D> points) {
        Point2D end = points.getLast();
        Point2D before = points.get(points.size() - 2);
        Point2D back = before.subtract(end).normalize().multiply(size);
        var side = new Point2D(-back.getY(), back.getX()).multiply(0.5);
        var elements = new ArrayList<PathElement>();
        elements.add(new MoveTo(points.getFirst().getX(), points.getFirst().getY()));
        points.subList(1, points.size() - 1).forEach(p -> elements.add(to(p)));
        elements.add(to(end.add(back.multiply(0.7))));
        line.getElements().setAll(elements);
        Point2D left = end.add(back).add(side);
        head.getElements()
                .setAll(
                        new MoveTo(left.getX(), left.getY()),
                        to(end),
                        to(end.add(back).subtract(side)),
                        new ClosePath());
    }

    private static LineTo to(Point2D point) {
        return new LineTo(point.getX(), point.getY());
    }
}
