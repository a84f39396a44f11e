package org.ganatelier.ui.charts;

import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.Edit;

import java.util.List;
import java.util.function.Function;

/** Draws curves, in colours that come from CSS. */
final class PlotCanvas extends Region {
    private static final StyleablePropertyFactory<PlotCanvas> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private static final double BAND_OPACITY = 0.22;
    private static final double LINE_WIDTH = 1.8;
    private static final double DOT = 2.5;

    /** Half the width of the mark where a value is beyond the edge. */
    private static final double MARK = 3.5;

    private final StyleableProperty<Color> generator = color("generator", p -> p.generator);
    private final StyleableProperty<Color> discriminator =
            color("discriminator", p -> p.discriminator);
    private final StyleableProperty<Color> grid = color("grid", p -> p.grid);
    private final StyleableProperty<Color> axis = color("axis", p -> p.axis);
    private final StyleableProperty<Color> guide = color("guide", p -> p.guide);
    private final StyleableProperty<Color> edit = color("edit", p -> p.edit);
    private final Canvas canvas = new Canvas();

    /**
     * @param recoloured called when a colour has changed
     */
    PlotCanvas(Runnable recoloured) {
        getStyleClass().add("plot-canvas");
        getChildren().add(canvas);
        for (StyleableProperty<Color> color :
                List.of(generator, discriminator, grid, axis, guide, edit)) {
            ((ObservableValue<?>) color).subscribe(recoloured);
        }
    }

    /**
     * Draws anew; the canvas takes the size of the frame.
     *
     * @param edits marked by a line each
     */
    void draw(Frame frame, List<Reading.Guide> guides, List<Edit> edits) {
        canvas.setWidth(frame.width());
        canvas.setHeight(frame.height());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, frame.width(), frame.height());
        drawGrid(g, frame);
        frame.curves().forEach(curve -> drawBand(g, frame, curve));
        guides.forEach(level -> drawGuide(g, frame, level));
        edits.forEach(change -> drawEdit(g, frame, change));
        frame.curves().forEach(curve -> drawLine(g, frame, curve));
        frame.curves().forEach(curve -> drawMarks(g, frame, curve));
    }

    /** The colour of a side. */
    Color color(Side side) {
        return switch (side) {
            case GENERATOR -> generator.getValue();
            case DISCRIMINATOR -> discriminator.getValue();
        };
    }

    private void drawGrid(GraphicsContext g, Frame frame) {
        Scale scale = frame.scale();
        g.setLineWidth(1);
        g.setLineDashes();
        g.setStroke(grid.getValue());
        for (double v = scale.bottom(); v <= scale.top() + scale.tick() / 2; v += scale.tick()) {
            double y = crisp(frame.y(v), frame.height());
            g.strokeLine(0, y, frame.width(), y);
        }
        g.setStroke(axis.getValue());
        g.strokeLine(0.5, 0, 0.5, frame.height());
        double zero = crisp(frame.y(0), frame.height());
        g.strokeLine(0, zero, frame.width(), zero);
    }

    private void drawGuide(GraphicsContext g, Frame frame, Reading.Guide level) {
        double y = crisp(frame.y(level.value()), frame.height());
        g.setLineWidth(1);
        g.setLineDashes(5, 4);
        g.setStroke(guide.getValue());
        g.strokeLine(0, y, frame.width(), y);
        g.setLineDashes();
    }

    private void drawEdit(GraphicsContext g, Frame frame, Edit change) {
        double x = crisp(frame.x((double) change.step()), frame.width());
        g.setLineWidth(1);
        g.setStroke(edit.getValue());
        g.strokeLine(x, 0, x, frame.height());
    }

    private void drawBand(GraphicsContext g, Frame frame, Smoothed curve) {
        int size = curve.buckets().size();
        var x = new double[2 * size];
        var y = new double[2 * size];
        int upper = 0;
        int lower = 2 * size;
        for (int i = 0; i < size; i++) {
            if (curve.buckets().count()[i] > 0) {
                double at = frame.x(curve.step(i, frame.lastStep()));
                x[upper] = at;
                y[upper++] = frame.yWithin(curve.buckets().max()[i]);
                x[--lower] = at;
                y[lower] = frame.yWithin(curve.buckets().min()[i]);
            }
        }
        // The way back follows the way there without the places that were left free between.
        System.arraycopy(x, lower, x, upper, upper);
        System.arraycopy(y, lower, y, upper, upper);
        Color pale = color(curve.trace().side()).deriveColor(0, 1, 1, BAND_OPACITY);
        g.setFill(pale);
        g.fillPolygon(x, y, 2 * upper);
        // While every step has a place of its own the band is but a line, and only this shows it.
        g.setStroke(pale);
        g.setLineWidth(1);
        g.strokePolygon(x, y, 2 * upper);
    }

    private void drawLine(GraphicsContext g, Frame frame, Smoothed curve) {
        int points = 0;
        var x = new double[curve.line().length];
        var y = new double[curve.line().length];
        for (int i = 0; i < curve.line().length; i++) {
            if (Float.isFinite(curve.line()[i])) {
                x[points] = frame.x(curve.step(i, frame.lastStep()));
                y[points++] = frame.yWithin(curve.line()[i]);
            }
        }
        g.setStroke(color(curve.trace().side()));
        g.setFill(color(curve.trace().side()));
        g.setLineWidth(LINE_WIDTH);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineCap(StrokeLineCap.ROUND);
        g.strokePolyline(x, y, points);
        if (points == 1) {
            g.fillOval(x[0] - DOT, y[0] - DOT, 2 * DOT, 2 * DOT);
        }
    }

    /** A triangle at the edge wherever values lie beyond it; neighbours share one. */
    private void drawMarks(GraphicsContext g, Frame frame, Smoothed curve) {
        g.setFill(color(curve.trace().side()));
        double free = 0;
        for (int i = 0; i < curve.buckets().size(); i++) {
            double x = frame.x(curve.step(i, frame.lastStep()));
            boolean above = curve.buckets().max()[i] > frame.scale().top();
            boolean below = curve.buckets().min()[i] < frame.scale().bottom();
            if ((above || below) && x >= free) {
                double edge = above ? 0 : frame.height();
                double base = above ? 2 * MARK : frame.height() - 2 * MARK;
                g.fillPolygon(
                        new double[] {x - MARK, x, x + MARK}, new double[] {base, edge, base}, 3);
                free = x + 2 * MARK;
            }
        }
    }

    /** The middle of the pixel that a line one pixel wide should fill. */
    private static double crisp(double at, double length) {
        return Math.clamp(Math.floor(at) + 0.5, 0.5, Math.max(0.5, length - 0.5));
    }

    private StyleableProperty<Color> color(
            String name, Function<PlotCanvas, StyleableProperty<Color>> property) {
        return FACTORY.createStyleableColorProperty(
                this, name, "-" + name + "-color", property, Color.GRAY);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
