package org.ganatelier.ui.shell;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;

import java.util.ArrayDeque;
import java.util.Deque;

/** How well a colour stands out from what is behind it, as WCAG 2.2 (1.4.3 and 1.4.11) says. */
final class Contrast {
    private Contrast() {}

    /** From 1, the same, to 21, black on white. */
    static double between(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** The contrast of something painted by a node with what is behind the node. */
    static double of(Node node, Paint paint) {
        Color behind = behind(node);
        return between(over(faded(colour(paint), opacity(node)), behind), behind);
    }

    /** Whether the middle of a node is to be seen, not scrolled away. */
    static boolean isInView(Node node) {
        Point2D middle = middle(node);
        for (Node outer = node; outer != null; outer = outer.getParent()) {
            boolean out =
                    outer.getClip() != null
                            && !outer.getClip().contains(outer.sceneToLocal(middle));
            if (out) {
                return false;
            }
        }
        return node.getScene().getRoot().getLayoutBounds().contains(middle);
    }

    private static Point2D middle(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** What the middle of a node is painted with before the node is, by the regions around it. */
    static Color behind(Node node) {
        Deque<Region> around = new ArrayDeque<>();
        for (Node outer = node.getParent(); outer != null; outer = outer.getParent()) {
            if (outer instanceof Region region) {
                around.push(region);
            }
        }
        Point2D middle = middle(node);
        // A popup has no ground of its own: what it paints hides what is below.
        Paint ground = node.getScene().getFill();
        Color seen = ground == null ? Color.WHITE : colour(ground);
        for (Region region : around) {
            seen = painted(region, middle, seen);
        }
        return seen;
    }

    private static Color painted(Region region, Point2D scenePoint, Color below) {
        if (region.getBackground() == null || region.getShape() != null) {
            return below;
        }
        Point2D point = region.sceneToLocal(scenePoint);
        Color seen = below;
        for (BackgroundFill fill : region.getBackground().getFills()) {
            Insets insets = fill.getInsets();
            boolean covers =
                    point.getX() >= insets.getLeft()
                            && point.getY() >= insets.getTop()
                            && point.getX() <= region.getWidth() - insets.getRight()
                            && point.getY() <= region.getHeight() - insets.getBottom();
            if (covers) {
                seen = over(faded(colour(fill.getFill()), opacity(region)), seen);
            }
        }
        return seen;
    }

    /** A colour; of a gradient, its beginning. */
    static Color colour(Paint paint) {
        return switch (paint) {
            case Color color -> color;
            case LinearGradient gradient -> gradient.getStops().getFirst().getColor();
            default -> throw new AssertionError("No colour: " + paint);
        };
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node outer = node; outer != null; outer = outer.getParent()) {
            opacity *= outer.getOpacity();
        }
        return opacity;
    }

    private static Color faded(Color color, double opacity) {
        return color.deriveColor(0, 1, 1, opacity);
    }

    private static Color over(Color top, Color below) {
        return below.interpolate(
                Color.color(top.getRed(), top.getGreen(), top.getBlue()), top.getOpacity());
    }

    /** Relative luminance: 0 of black, 1 of white. */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double share) {
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
