package org.ganatelier.ui.eye;

import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.ganatelier.session.OutputSlot;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.OutputScale;
import org.ganatelier.ui.widget.Repaint;
import org.ganatelier.ui.widget.Zoom;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How D(x) spreads over time: each time a column that is the stronger the more values there are,
 * and beside them the newest as a histogram on the same axis. FX thread only.
 */
final class OutputStrip extends Region {
    private static final StyleablePropertyFactory<OutputStrip> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private static final double HEIGHT = 130;
    private static final double LEAST = 44;
    private static final double LEFT = 46;
    private static final double BELOW = 16;
    private static final double ABOVE = 6;
    private static final double BARS = 84;
    private static final double GAP = 8;
    private static final double LETTERS = 11;

    /** Of the columns, the share of values in one place that has full colour. */
    private static final double FULL = 0.35;

    private final StyleableProperty<Color> colour = color("strip", s -> s.colour);
    private final StyleableProperty<Color> axis = color("axis", s -> s.axis);
    private final StyleableProperty<Color> letters = color("letter", s -> s.letters);
    private final Words words;
    private final Function<OutputSlot, float[]> values;
    private final Canvas canvas = new Canvas();
    private final Repaint repaint = new Repaint(this, this::paint);
    private List<OutputSlot> slots = List.of();
    private OutputScale scale = new OutputScale(0, 1);
    private OptionalDouble guess = OptionalDouble.empty();

    /**
     * @param values of a slot that are shown
     */
    OutputStrip(Function<OutputSlot, float[]> values, Words words) {
        this.words = words;
        this.values = values;
        getStyleClass().add("output-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
        for (StyleableProperty<Color> one : List.of(colour, axis, letters)) {
            ((ObservableValue<?>) one).subscribe(repaint::request);
        }
    }

    /**
     * Shows what was seen.
     *
     * @param guessing where D does not know, if there is such a place
     */
    void show(List<OutputSlot> seen, OutputScale on, OptionalDouble guessing) {
        slots = seen;
        scale = on;
        guess = guessing;
        repaint.request();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Zoom.of(this) * HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return Zoom.of(this) * LEAST;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Zoom.of(this) * (LEFT + BARS + LEAST);
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
        double zoom = Zoom.of(this);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double left = Math.rint(zoom * LEFT);
        double top = Math.rint(zoom * ABOVE);
        double bars = Math.rint(zoom * BARS);
        double width = Math.rint(canvas.getWidth() - left - bars - zoom * GAP - 1);
        double height = Math.rint(canvas.getHeight() - top - zoom * BELOW);
        if (slots.isEmpty() || width < 1 || height < 1) {
            return;
        }
        g.drawImage(columns((int) width, (int) height), left, top);
        double barsLeft = left + width + zoom * GAP;
        paintBars(g, barsLeft, top, bars, height);
        paintAxes(g, left, top, width, height, zoom);
        g.setStroke(axis.getValue());
        g.setLineWidth(1);
        g.strokeLine(barsLeft - 0.5, top, barsLeft - 0.5, top + height);
    }

    /** Each column of pixels is the slot of its step. */
    private WritableImage columns(int width, int height) {
        var image = new WritableImage(width, height);
        var argb = new int[width * height];
        long first = slots.getFirst().step();
        long span = Math.max(1, slots.getLast().step() - first);
        int rgb = rgb(colour.getValue());
        int slot = 0;
        double[] shares = Density.shares(values.apply(slots.getFirst()), scale);
        for (int x = 0; x < width; x++) {
            double step = first + (double) span * x / Math.max(1, width - 1);
            int before = slot;
            while (slot + 1 < slots.size() && slots.get(slot + 1).step() <= step) {
                slot++;
            }
            if (slot != before) {
                shares = Density.shares(values.apply(slots.get(slot)), scale);
            }
            for (int y = 0; y < height; y++) {
                double share = Density.at(shares, 1 - (y + 0.5) / height);
                int alpha = (int) Math.round(255 * Math.sqrt(Math.min(1, share / FULL)));
                argb[y * width + x] = alpha << 24 | rgb;
            }
        }
        image.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }

    private void paintBars(
            GraphicsContext g, double left, double top, double width, double height) {
        double[] shares = Density.shares(values.apply(slots.getLast()), scale);
        double most = 0;
        for (double share : shares) {
            most = Math.max(most, share);
        }
        g.setFill(colour.getValue());
        for (int i = 0; i < shares.length && most > 0; i++) {
            double above = Math.rint(top + height * (1 - (i + 1.0) / shares.length));
            double below = Math.rint(top + height * (1 - (double) i / shares.length));
            g.fillRect(left, above, width * shares[i] / most, below - above - 1);
        }
    }

    private void paintAxes(
            GraphicsContext g, double left, double top, double width, double height, double zoom) {
        g.setFont(Font.font(zoom * LETTERS));
        g.setFill(letters.getValue());
        g.setStroke(axis.getValue());
        g.setLineWidth(1);
        g.setLineDashes();
        g.strokeLine(left - 0.5, top, left - 0.5, top + height);
        g.strokeLine(left, top + height + 0.5, canvas.getWidth(), top + height + 0.5);
        double middle = (scale.low() + scale.high()) / 2;
        for (double value : new double[] {scale.low(), middle, scale.high()}) {
            g.setTextAlign(TextAlignment.RIGHT);
            double y = top + height * (1 - scale.place(value));
            g.fillText(scale.label(value, words), left - 5, y + zoom * LETTERS / 3);
        }
        guess.ifPresent(
                value -> {
                    double y = Math.floor(top + height * (1 - scale.place(value))) + 0.5;
                    g.setStroke(letters.getValue());
                    g.setLineDashes(5, 4);
                    g.strokeLine(left, y, canvas.getWidth(), y);
                    g.setLineDashes();
                });
        g.setTextAlign(TextAlignment.LEFT);
        double foot = top + height + zoom * (LETTERS + 2);
        g.fillText(words.say("eye.step", "step", slots.getFirst().step()), left, foot);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(words.number(slots.getLast().step()), left + width, foot);
        g.fillText(words.say("eye.newest"), canvas.getWidth(), foot);
    }

    private static int rgb(Color color) {
        return (int) Math.round(255 * color.getRed()) << 16
                | (int) Math.round(255 * color.getGreen()) << 8
                | (int) Math.round(255 * color.getBlue());
    }

    private StyleableProperty<Color> color(
            String name, Function<OutputStrip, StyleableProperty<Color>> property) {
        return FACTORY.createStyleableColorProperty(
                this, name, "-" + name + "-color", property, Color.GRAY);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
