package org.ganatelier.ui.charts;

import javafx.scene.paint.Color;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.ui.charts.Pen.Dash;
import org.ganatelier.ui.charts.Pen.Stroke;

import java.util.List;

/** Draws the inside of a plot: grid, levels, marks and curves. */
final class Painter {
    private static final double BAND_OPACITY = 0.22;
    private static final double LINE_WIDTH = 1.8;
    private static final double DOT = 2.5;

    /** Single measurements so far apart that a line alone would not show where they are. */
    private static final double DOTS_APART = 12;

    /** Half the width of the mark where a value is beyond the edge. */
    private static final double EDGE = 3.5;

    /** Half the width of the coach's sign. */
    private static final double COACH = 4.5;

    private final Pen pen;
    private final Frame frame;
    private final PlotColors colors;

    Painter(Pen pen, Frame frame, PlotColors colors) {
        this.pen = pen;
        this.frame = frame;
        this.colors = colors;
    }

    /** Draws all. */
    void paint(List<Reading.Guide> guides, List<Mark> marks) {
        List<Smoothed> seen = frame.seen();
        paintGrid();
        seen.forEach(this::paintBand);
        // Below its own lines: the run that is shown stays on top.
        frame.others().forEach(other -> new OtherPainter(pen, other, colors).paint());
        guides.forEach(this::paintGuide);
        marks.stream()
                .filter(mark -> frame.part().contains((double) mark.step()))
                .forEach(this::paintMark);
        seen.forEach(this::paintLine);
        if (!frame.cutOff()) {
            seen.forEach(this::paintEdges);
        }
    }

    /** How a side's line is broken: without colours, that tells them apart. */
    static Dash dash(Side side) {
        return switch (side) {
            case GENERATOR -> Dash.NONE;
            case DISCRIMINATOR -> Dash.CURVE;
        };
    }

    private void paintGrid() {
        var thin = new Stroke(colors.grid(), 1, Dash.NONE);
        for (double value : frame.scale().ticks()) {
            across(value, thin);
        }
        var axis = new Stroke(colors.axis(), 1, Dash.NONE);
        pen.line(0.5, 0, 0.5, frame.height(), axis);
        boolean zeroSeen = frame.scale().bottom() <= 0 && frame.scale().top() >= 0;
        across(zeroSeen ? 0 : frame.scale().bottom(), axis);
    }

    private void across(double value, Stroke stroke) {
        double y = crisp(frame.y(value), frame.height());
        pen.line(0, y, frame.width(), y, stroke);
    }

    private void paintGuide(Reading.Guide level) {
        if (level.value() >= frame.scale().bottom() && level.value() <= frame.scale().top()) {
            across(level.value(), new Stroke(colors.guide(), 1, Dash.GUIDE));
        }
    }

    private void paintMark(Mark mark) {
        double x = crisp(frame.x((double) mark.step()), frame.width());
        switch (mark.kind()) {
            case EDIT -> pen.line(x, 0, x, frame.height(), new Stroke(colors.mark(), 1, Dash.NONE));
            case COACH -> paintCoach(x);
        }
    }

    /** A diamond at the foot of a dotted line: its form alone tells it from a change. */
    private void paintCoach(double x) {
        double foot = frame.height();
        pen.line(x, 0, x, foot - 2 * COACH, new Stroke(colors.coach(), 1, Dash.COACH));
        pen.polygon(
                new double[] {x, x + COACH, x, x - COACH},
                new double[] {foot - 2 * COACH, foot - COACH, foot, foot - COACH},
                4,
                colors.coach());
    }

    private void paintBand(Smoothed curve) {
        int size = curve.buckets().size();
        var x = new double[2 * size + 1];
        var y = new double[2 * size + 1];
        int upper = 0;
        int lower = 2 * size;
        for (int i = 0; i < size; i++) {
            if (curve.buckets().count()[i] > 0) {
                double at = frame.x(curve.step(i, frame.lastStep()));
                x[upper] = at;
                y[upper++] = frame.yDrawn(curve.buckets().max()[i]);
                x[--lower] = at;
                y[lower] = frame.yDrawn(curve.buckets().min()[i]);
            }
        }
        // The way back follows the way there without the places that were left free between.
        System.arraycopy(x, lower, x, upper, upper);
        System.arraycopy(y, lower, y, upper, upper);
        int points = 2 * upper;
        Color pale = color(curve).deriveColor(0, 1, 1, BAND_OPACITY);
        pen.polygon(x, y, points, pale);
        if (points > 0) {
            // While every step has a place of its own the band is but a line, and only this shows
            // it.
            x[points] = x[0];
            y[points] = y[0];
            pen.polyline(x, y, points + 1, new Stroke(pale, 1, Dash.NONE));
        }
    }

    private void paintLine(Smoothed curve) {
        LinePoints line = LinePoints.of(frame, curve);
        int points = line.size();
        Color color = color(curve);
        pen.polyline(
                line.x(),
                line.y(),
                points,
                new Stroke(color, LINE_WIDTH, dash(curve.trace().side())));
        if (points == 1 || (line.areApart(DOTS_APART) && curve.trace().source().isSparse())) {
            for (int i = 0; i < points; i++) {
                pen.dot(line.x()[i], line.y()[i], DOT, color);
            }
        }
    }

    /** A triangle at the edge wherever values lie beyond it; neighbours share one. */
    private void paintEdges(Smoothed curve) {
        double free = 0;
        for (int i = 0; i < curve.buckets().size(); i++) {
            double x = frame.x(curve.step(i, frame.lastStep()));
            boolean above = curve.buckets().max()[i] > frame.scale().top();
            boolean below = curve.buckets().min()[i] < frame.scale().bottom();
            if ((above || below) && x >= free && x <= frame.width()) {
                double edge = above ? 0 : frame.height();
                double base = above ? 2 * EDGE : frame.height() - 2 * EDGE;
                pen.polygon(
                        new double[] {x - EDGE, x, x + EDGE},
                        new double[] {base, edge, base},
                        3,
                        color(curve));
                free = x + 2 * EDGE;
            }
        }
    }

    private Color color(Smoothed curve) {
        return colors.of(curve.trace().side());
    }

    /** The middle of the pixel that a line one pixel wide should fill. */
    private static double crisp(double at, double length) {
        return Math.clamp(Math.floor(at) + 0.5, 0.5, Math.max(0.5, length - 0.5));
    }
}
