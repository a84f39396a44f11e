package org.ganatelier.ui.charts;

import javafx.scene.paint.Color;

import org.ganatelier.ui.charts.Pen.Stroke;
import org.ganatelier.ui.widget.RunSign;

/**
 * Draws a run beside another: thin lines in its own colour, whole and broken as those of every run,
 * with signs on them that tell it from others without colours.
 */
final class OtherPainter {
    private static final double LINE_WIDTH = 1.3;

    /** From one sign on a line to the next. */
    private static final double SIGNS_APART = 110;

    /** Of the first sign from the left, so that those of two runs do not lie upon each other. */
    private static final double SHIFT = 26;

    private final Pen pen;
    private final OtherFrame other;
    private final Color color;

    OtherPainter(Pen pen, OtherFrame other, PlotColors colors) {
        this.pen = pen;
        this.other = other;
        color = colors.ofOther(other.color());
    }

    void paint() {
        other.frame().seen().forEach(this::paintLine);
    }

    private void paintLine(Smoothed curve) {
        LinePoints line = LinePoints.of(other.frame(), curve);
        pen.polyline(
                line.x(),
                line.y(),
                line.size(),
                new Stroke(color, LINE_WIDTH, Painter.dash(curve.trace().side())));
        var sign = RunSign.of(other.color());
        double next = SHIFT * (1 + other.color());
        for (int i = 0; i < line.size(); i++) {
            boolean last = i == line.size() - 1;
            if (line.x()[i] >= next || (last && line.x()[i] > 0)) {
                paintSign(pen, sign, line.x()[i], line.y()[i], color);
                next = line.x()[i] + SIGNS_APART;
            }
        }
    }

    static void paintSign(Pen pen, RunSign sign, double x, double y, Color color) {
        double[] corners = sign.x(x);
        pen.polygon(corners, sign.y(y), corners.length, color);
    }
}
