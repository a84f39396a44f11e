package org.ganatelier.ui.inside;

import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

import org.ganatelier.ui.widget.Zoom;

import java.util.List;
import java.util.function.Function;

/** A canvas that fills its place, in colours that come from CSS. FX thread only. */
abstract class Ink extends Region {
    private static final StyleablePropertyFactory<Ink> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private static final double TEXT = 10.5;

    private final StyleableProperty<Color> line = color("line", ink -> ink.line);
    private final StyleableProperty<Color> second = color("second", ink -> ink.second);
    private final StyleableProperty<Color> third = color("third", ink -> ink.third);
    private final StyleableProperty<Color> grid = color("grid", ink -> ink.grid);
    private final StyleableProperty<Color> text = color("text", ink -> ink.text);
    private final StyleableProperty<Color> ground = color("ground", ink -> ink.ground);
    private final Canvas canvas = new Canvas();
    private final double preferred;

    /**
     * @param preferred height in pixels at the usual size
     */
    // Only methods of JavaFX that no ink overrides are called.
    @SuppressWarnings("this-escape")
    Ink(double preferred) {
        this.preferred = preferred;
        getStyleClass().add("inside-ink");
        canvas.setManaged(false);
        getChildren().add(canvas);
        for (StyleableProperty<Color> color : List.of(line, second, third, grid, text, ground)) {
            ((ObservableValue<?>) color).subscribe(this::paint);
        }
    }

    /** Draws on an empty canvas. */
    abstract void draw(GraphicsContext g, double width, double height);

    /** Draws anew. */
    final void paint() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width < 1 || height < 1) {
            return;
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        g.setFont(Font.font(Zoom.of(this) * TEXT));
        g.setLineDashes();
        draw(g, width, height);
    }

    /** The colour of a curve, by its number. */
    final Color line(int number) {
        return switch (number) {
            case 0 -> line.getValue();
            case 1 -> second.getValue();
            default -> third.getValue();
        };
    }

    final Color grid() {
        return grid.getValue();
    }

    final Color text() {
        return text.getValue();
    }

    final Color ground() {
        return ground.getValue();
    }

    @Override
    protected final double computePrefHeight(double width) {
        return Zoom.of(this) * preferred;
    }

    @Override
    protected final double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected final void layoutChildren() {
        paint();
    }

    private StyleableProperty<Color> color(
            String name, Function<Ink, StyleableProperty<Color>> property) {
        return FACTORY.createStyleableColorProperty(
                this, name, "-" + name + "-color", property, Color.GRAY);
    }

    @Override
    public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
