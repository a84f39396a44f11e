package org.ganatelier.ui.charts;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** Draws on the screen. FX thread only. */
final class CanvasPen implements Pen {
    private final GraphicsContext g;

    CanvasPen(GraphicsContext g) {
        this.g = g;
        g.setLineJoin(StrokeLineJoin.ROUND);
    }

    @Override
    public void polyline(double[] x, double[] y, int points, Stroke stroke) {
        g.setStroke(stroke.color());
        g.setLineWidth(stroke.width());
        g.setLineDashes(stroke.dash().pattern());
        g.setLineCap(stroke.dash() == Dash.NONE ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        g.strokePolyline(x, y, points);
    }

    @Override
    public void polygon(double[] x, double[] y, int points, Color fill) {
        g.setFill(fill);
        g.fillPolygon(x, y, points);
    }

    @Override
    public void dot(double x, double y, double radius, Color fill) {
        g.setFill(fill);
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
