package org.ganatelier.ui.inside;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

import org.ganatelier.text.Words;

import java.util.List;
import java.util.OptionalDouble;

/** Curves over time. FX thread only. */
final class LinePlot extends Ink {
    private static final double HEIGHT = 64;
    private static final double MARGIN = 3;
    private static final double LINE_WIDTH = 1.6;
    private static final double DOT = 2.5;

    /** From one line of text to the next, in heights of the text. */
    private static final double LEADING = 1.4;

    /** The width of a letter, in heights of the text. */
    private static final double LETTER = 0.6;

    /** How the height is divided. */
    enum Axis {
        /** Powers of ten. */
        LOGARITHMIC,
        /** From 0 to 1. */
        SHARE
    }

    private final Axis axis;
    private final OptionalDouble guide;
    private final Words words;
    private TimeLine time = new TimeLine(List.of());
    private List<double[]> curves = List.of();

    /**
     * @param guide a value that is marked, and always to be seen
     */
    LinePlot(Axis axis, OptionalDouble guide, Words words) {
        super(HEIGHT);
        this.axis = axis;
        this.guide = guide;
        this.words = words;
    }

    /**
     * Shows curves, three at most.
     *
     * @param next of each curve one value for each of the times; NaN where there is none
     */
    void show(TimeLine times, List<double[]> next) {
        time = times;
        curves = next;
        paint();
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        if (time.steps().isEmpty()) {
            return;
        }
        double bottom = axis == Axis.SHARE ? 0 : lowest();
        double top = axis == Axis.SHARE ? 1 : Math.max(bottom + 1, highest());
        drawGrid(g, width, height, bottom, top);
        if (guide.isPresent()) {
            g.setStroke(text());
            g.setLineDashes(5, 4);
            double y = crisp(y(guide.getAsDouble(), height, bottom, top));
            g.strokeLine(0, y, width, y);
            g.setLineDashes();
        }
        for (int i = 0; i < curves.size(); i++) {
            drawCurve(g, curves.get(i), i, width, height, bottom, top);
        }
        drawLabels(g, height, bottom, top);
    }

    private void drawGrid(
            GraphicsContext g, double width, double height, double bottom, double top) {
        g.setLineWidth(1);
        g.setStroke(grid());
        g.strokeRect(0.5, 0.5, width - 1, height - 1);
        if (axis == Axis.LOGARITHMIC) {
            for (int power = (int) bottom; power <= top; power++) {
                double y = crisp((top - power) / (top - bottom) * height);
                g.strokeLine(0, y, width, y);
            }
        }
    }

    /** In front of the curves, as many powers of ten as have room. */
    private void drawLabels(GraphicsContext g, double height, double bottom, double top) {
        double line = g.getFont().getSize();
        if (axis == Axis.SHARE) {
            label(g, words.say("inside.percent", "n", 100), line);
            label(g, words.say("inside.percent", "n", 0), height - MARGIN);
            return;
        }
        int every = Math.max(1, (int) Math.ceil((top - bottom) * LEADING * line / height));
        for (int power = (int) top; power >= bottom; power -= every) {
            double y = (top - power) / (top - bottom) * height;
            label(g, tick(power), Math.clamp(y + line / 3, line, height - MARGIN));
        }
    }

    private void label(GraphicsContext g, String text, double baseline) {
        double line = g.getFont().getSize();
        g.setFill(ground());
        g.fillRect(MARGIN - 1, baseline - line + 2, text.length() * line * LETTER, line);
        g.setFill(text());
        g.fillText(text, MARGIN, baseline);
    }

    private String tick(int power) {
        return power >= -2 && power <= 2
                ? words.decimal(Math.pow(10, power), Math.max(0, -power))
                : "1e" + (power < 0 ? "−" + -power : power);
    }

    private void drawCurve(
            GraphicsContext g,
            double[] values,
            int number,
            double width,
            double height,
            double bottom,
            double top) {
        var x = new double[values.length];
        var y = new double[values.length];
        int points = 0;
        for (int i = 0; i < values.length; i++) {
            if (isShown(values[i])) {
                x[points] = time.x(i, width);
                y[points++] = Math.clamp(y(values[i], height, bottom, top), 1, height - 1);
            }
        }
        g.setStroke(line(number));
        g.setFill(line(number));
        g.setLineWidth(LINE_WIDTH);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.ROUND);
        g.strokePolyline(x, y, points);
        if (points == 1) {
            g.fillOval(x[0] - DOT, y[0] - DOT, 2 * DOT, 2 * DOT);
        }
    }

    private boolean isShown(double value) {
        return Double.isFinite(value) && (axis == Axis.SHARE || value > 0);
    }

    private double y(double value, double height, double bottom, double top) {
        double level = axis == Axis.SHARE ? value : Math.log10(value);
        return (top - level) / (top - bottom) * height;
    }

    private double lowest() {
        double low = guide.orElse(Double.POSITIVE_INFINITY);
        for (double[] curve : curves) {
            for (double value : curve) {
                low = isShown(value) ? Math.min(low, value) : low;
            }
        }
        return Double.isInfinite(low) ? 0 : Math.floor(Math.log10(low));
    }

    private double highest() {
        double high = guide.orElse(0);
        for (double[] curve : curves) {
            for (double value : curve) {
                high = isShown(value) ? Math.max(high, value) : high;
            }
        }
        return high == 0 ? 1 : Math.ceil(Math.log10(high));
    }

    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }
}
