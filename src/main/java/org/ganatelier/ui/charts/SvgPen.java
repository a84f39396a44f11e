package org.ganatelier.ui.charts;

import javafx.scene.paint.Color;

import org.ganatelier.exchange.drawing.Svg;
import org.ganatelier.exchange.drawing.Svg.Paint;

/** Draws into a drawing that is to be saved. */
record SvgPen(Svg svg) implements Pen {
    @Override
    public void polyline(double[] x, double[] y, int points, Stroke stroke) {
        svg.polyline(x, y, points, paint(stroke.color()), stroke.width(), stroke.dash().pattern());
    }

    @Override
    public void polygon(double[] x, double[] y, int points, Color fill) {
        svg.polygon(x, y, points, paint(fill));
    }

    @Override
    public void dot(double x, double y, double radius, Color fill) {
        svg.circle(x, y, radius, paint(fill));
    }

    static Paint paint(Color color) {
        long red = Math.round(255 * color.getRed());
        long green = Math.round(255 * color.getGreen());
        long blue = Math.round(255 * color.getBlue());
        return new Paint((int) (red << 16 | green << 8 | blue), color.getOpacity());
    }
}
