package org.ganatelier.ui.widget;

import javafx.scene.shape.SVGPath;

import java.util.Arrays;

/**
 * A small sign that tells a run from others without colours, on its curves and in lists; each
 * colour of overlaid runs has one.
 */
public enum RunSign {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND;

    /** Half of its width, in pixels. */
    public static final double RADIUS = 3.4;

    private static final int SIDES_OF_A_CIRCLE = 16;

    /** The sign of a colour, from 0. */
    public static RunSign of(int color) {
        return values()[color % values().length];
    }

    /** The places of its corners around a place, from the left. */
    public double[] x(double middle) {
        return places(0, middle);
    }

    /** The places of its corners around a place, from above. */
    public double[] y(double middle) {
        return places(1, middle);
    }

    /**
     * A node that shows it, in its colour.
     *
     * @param color from 0
     */
    public static SVGPath node(int color) {
        RunSign sign = of(color);
        double[] x = sign.x(0);
        double[] y = sign.y(0);
        var path = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            path.append(i == 0 ? 'M' : 'L').append(x[i]).append(' ').append(y[i]);
        }
        var node = new SVGPath();
        node.setContent(path.append('Z').toString());
        node.getStyleClass().addAll("run-sign", "overlaid-run-" + (color + 1));
        return node;
    }

    private static double[] circle() {
        var outline = new double[2 * SIDES_OF_A_CIRCLE];
        for (int i = 0; i < SIDES_OF_A_CIRCLE; i++) {
            double angle = 2 * Math.PI * i / SIDES_OF_A_CIRCLE;
            outline[2 * i] = Math.cos(angle);
            outline[2 * i + 1] = Math.sin(angle);
        }
        return outline;
    }

    private double[] places(int from, double middle) {
        double[] corners = corners();
        var places = new double[corners.length / 2];
        Arrays.setAll(places, i -> middle + RADIUS * corners[2 * i + from]);
        return places;
    }

    /** In turn x and y, in radii. */
    private double[] corners() {
        return switch (this) {
            case CIRCLE -> circle();
            case SQUARE -> new double[] {-1, -1, 1, -1, 1, 1, -1, 1};
            case TRIANGLE -> new double[] {0, -1.2, 1.2, 1, -1.2, 1};
            case DIAMOND -> new double[] {0, -1.4, 1.2, 0, 0, 1.4, -1.2, 0};
        };
    }
}
