package org.ganatelier.ui.charts;

import javafx.scene.paint.Color;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.ui.charts.Pen.Stroke;
import org.ganatelier.ui.widget.RunSign;

/**
 * Draws a run beside another: thin lines in its own colour, whole and broken as those of every run,
 * with signs on them that tell it from others without colours. Of several runs the line is their
 * median, on a band from the least to the greatest value.
 */
final class OtherPainter {
    private static final double LINE_WIDTH = 1.3;
    private static final double BAND_OPACITY = 0.2;

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
        Frame first = other.runs().getFirst();
        if (!other.isBand()) {
            first.seen()
                    .forEach(curve -> paintLine(LinePoints.of(first, curve), curve.trace().side()));
            return;
        }
        for (int i = 0; i < first.curves().size(); i++) {
            Band band = other.band(i);
            if (band.isSeen()) {
                paintBand(band);
            }
        }
    }

    private void paintBand(Band band) {
        Band.Outline outline = band.outline();
        LinePoints around = outline.around();
        pen.polygon(
                around.x(), around.y(), around.size(), color.deriveColor(0, 1, 1, BAND_OPACITY));
        paintLine(outline.line(), band.trace().side());
    }

    private void paintLine(LinePoints line, Side side) {
        pen.polyline(
                line.x(), line.y(), line.size(), new Stroke(color, LINE_WIDTH, Painter.dash(side)));
        RunSign sign = RunSign.of(other.color());
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
