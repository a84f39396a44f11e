package org.ganatelier.ui.eye;

import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.ganatelier.measure.Neighbours;
import org.ganatelier.session.NearestReal.Found;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Repaint;
import org.ganatelier.ui.widget.Zoom;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How far generated images are from the nearest real one, and real ones from the nearest other: a
 * dot for each on one axis. FX thread only.
 */
final class DistanceDots extends Region {
    private static final StyleablePropertyFactory<DistanceDots> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private static final double HEIGHT = 58;
    private static final double LEFT = 150;
    private static final double RIGHT = 16;
    private static final double DOT = 3.5;
    private static final double LINE = 19;
    private static final double LETTERS = 11;
    private static final double BEYOND = 1.05;

    private final StyleableProperty<Color> generated = color("generated", d -> d.generated);
    private final StyleableProperty<Color> real = color("real", d -> d.real);
    private final StyleableProperty<Color> letters = color("letter", d -> d.letters);
    private final Words words;
    private final Canvas canvas = new Canvas();
    private final Repaint repaint = new Repaint(this, this::paint);
    private @Nullable Found found;

    DistanceDots(Words words) {
        this.words = words;
        getStyleClass().add("distance-dots");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words.say("eye.dots"));
        Hints.on(this, words.say("eye.dots.meaning"));
        getChildren().add(canvas);
        for (StyleableProperty<Color> one : List.of(generated, real, letters)) {
            ((ObservableValue<?>) one).subscribe(repaint::request);
        }
    }

    /** Shows distances. */
    void show(Found now) {
        found = now;
        repaint.request();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Zoom.of(this) * HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return Zoom.of(this) * HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            repaint.request();
        }
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Found now = found;
        if (now == null) {
            return;
        }
        double most = BEYOND * Math.max(most(now.distances()), most(now.baseline()));
        double zoom = Zoom.of(this);
        g.setFont(Font.font(zoom * LETTERS));
        paint(g, now.distances(), generated.getValue(), words.say("eye.dots.generated"), 0, most);
        paint(g, now.baseline(), real.getValue(), words.say("eye.dots.real"), 1, most);
        double foot = zoom * (2 * LINE + LETTERS + 4);
        g.setFill(letters.getValue());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(words.say("eye.dots.same"), zoom * LEFT, foot);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(words.figure(most, 2), canvas.getWidth() - zoom * RIGHT / 2, foot);
    }

    private void paint(
            GraphicsContext g, Neighbours of, Color colour, String name, int line, double most) {
        double zoom = Zoom.of(this);
        double y = Math.floor(zoom * LINE * (line + 0.5)) + 0.5;
        double left = zoom * LEFT;
        double width = canvas.getWidth() - left - zoom * RIGHT;
        g.setFill(colour);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(name, left - zoom * 2 * DOT - 4, y + zoom * LETTERS / 3);
        g.setStroke(letters.getValue());
        g.setLineWidth(0.5);
        g.strokeLine(left, y, left + width, y);
        g.setStroke(colour);
        g.setLineWidth(2);
        double median = left + width * of.median() / most;
        g.strokeLine(median, y - zoom * LINE / 2 + 2, median, y + zoom * LINE / 2 - 2);
        g.setGlobalAlpha(0.55);
        double size = 2 * zoom * DOT;
        for (double distance : of.distances()) {
            g.fillOval(left + width * distance / most - size / 2, y - size / 2, size, size);
        }
        g.setGlobalAlpha(1);
    }

    private static double most(Neighbours of) {
        return Arrays.stream(of.distances()).max().orElse(1);
    }

    private StyleableProperty<Color> color(
            String name, Function<DistanceDots, StyleableProperty<Color>> property) {
        return FACTORY.createStyleableColorProperty(
                this, name, "-" + name + "-color", property, Color.GRAY);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
