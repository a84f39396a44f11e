package org.ganatelier.ui.latent;

import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import org.ganatelier.session.LatentExplorer;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Live;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All values of z as slim bars; the mouse draws across them, keys change one at a time. */
final class Equaliser extends Region {
    private static final StyleablePropertyFactory<Equaliser> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    /** What an arrow key adds to a value; with Shift it is {@link #LARGE_STEP}. */
    private static final double STEP = 0.1;

    private static final double LARGE_STEP = 1;

    /** A bar fills this part of its place. */
    private static final double FILLED = 0.7;

    /** A bar of zero is a dash so high. */
    private static final double LEAST_HEIGHT = 2;

    private final StyleableProperty<Color> bar = color("bar", e -> e.bar);
    private final StyleableProperty<Color> selectedBar = color("selected-bar", e -> e.selectedBar);
    private final StyleableProperty<Color> row = color("row", e -> e.row);
    private final StyleableProperty<Color> group = color("group", e -> e.group);
    private final StyleableProperty<Color> zero = color("zero", e -> e.zero);
    private final Canvas canvas = new Canvas();
    private final Words words;
    private final LatentExplorer walk;
    private Bars bars = Bars.of(0, 1, 1);

    /** The row being drawn in, and the bar last drawn; the mouse may have jumped over some. */
    private int drawnRow;

    private int drawnLast;

    Equaliser(LatentExplorer walk, Words words) {
        this.words = words;
        this.walk = walk;
        getStyleClass().add("equaliser");
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleHelp(words.say("latent.noise.keys"));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnKeyPressed(this::type);
        Live.on(this, walk.zProperty()).subscribe(_ -> paint());
        Live.on(this, walk.selectedProperty()).subscribe(_ -> paint());
        for (StyleableProperty<Color> color : List.of(bar, selectedBar, row, group, zero)) {
            ((ObservableValue<?>) color).subscribe(_ -> paint());
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.relocate(snappedLeftInset(), snappedTopInset());
        canvas.setWidth(getWidth() - snappedLeftInset() - snappedRightInset());
        canvas.setHeight(getHeight() - snappedTopInset() - snappedBottomInset());
        paint();
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (bars.count() > 0) {
            drawnRow = bars.rowAt(event.getY() - canvas.getLayoutY());
            drawnLast = indexAt(event);
            if (event.getClickCount() == 2) {
                walk.setValue(drawnLast, 0);
            } else {
                drag(event);
            }
        }
    }

    private void drag(MouseEvent event) {
        if (bars.count() == 0 || event.getClickCount() > 1) {
            return;
        }
        int index = indexAt(event);
        double value = bars.valueAt(drawnRow, event.getY() - canvas.getLayoutY());
        int towards = Integer.signum(index - drawnLast);
        while (drawnLast != index) {
            drawnLast += towards;
            walk.setValue(drawnLast, value);
        }
        walk.setValue(index, value);
        walk.select(index);
    }

    private int indexAt(MouseEvent event) {
        return bars.indexAt(drawnRow, event.getX() - canvas.getLayoutX());
    }

    private void type(KeyEvent event) {
        if (bars.count() == 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int at = walk.selectedProperty().get();
        double step = event.isShiftDown() ? LARGE_STEP : STEP;
        double value = walk.zProperty().get()[at];
        switch (event.getCode()) {
            case LEFT -> walk.select(at - 1);
            case RIGHT -> walk.select(at + 1);
            case PAGE_UP -> walk.select(at - LatentExplorer.GROUP);
            case PAGE_DOWN -> walk.select(at + LatentExplorer.GROUP);
            case HOME -> walk.select(0);
            case END -> walk.select(bars.count() - 1);
            case UP -> walk.setValue(at, value + step);
            case DOWN -> walk.setValue(at, value - step);
            case DELETE, BACK_SPACE -> walk.setValue(at, 0);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void paint() {
        float[] z = walk.zProperty().get();
        bars = Bars.of(z.length, Math.max(1, canvas.getWidth()), Math.max(1, canvas.getHeight()));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setFill(row.getValue());
        for (int r = 0; r < bars.rows(); r++) {
            g.fillRect(0, bars.top(r), bars.width(), bars.rowHeight());
        }
        for (int i = 0; i < z.length; i++) {
            paint(g, i, z[i]);
        }
        describe(z);
    }

    private void paint(GraphicsContext g, int index, double value) {
        int r = bars.row(index);
        if (index / LatentExplorer.GROUP == walk.group()) {
            g.setFill(group.getValue());
            g.fillRect(bars.left(index), bars.top(r), bars.cellWidth(), bars.rowHeight());
        }
        g.setFill(zero.getValue());
        g.fillRect(bars.left(index), Math.rint(bars.y(r, 0)), bars.cellWidth(), 1);
        g.setFill(index == walk.selectedProperty().get() ? selectedBar.getValue() : bar.getValue());
        double from = bars.y(r, Math.max(0, value));
        double to = bars.y(r, Math.min(0, value));
        double missing = Math.max(0, LEAST_HEIGHT - (to - from));
        g.fillRect(
                bars.left(index) + bars.cellWidth() * (1 - FILLED) / 2,
                from - missing / 2,
                bars.cellWidth() * FILLED,
                to - from + missing);
    }

    private void describe(float[] z) {
        int at = walk.selectedProperty().get();
        setAccessibleText(
                z.length == 0
                        ? words.say("latent.noise.none")
                        : words.say(
                                "latent.noise.value",
                                Map.of(
                                        "n",
                                        at + 1,
                                        "of",
                                        z.length,
                                        "value",
                                        Values.text(z[at], words))));
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        float[] z = walk.zProperty().get();
        return switch (attribute) {
            case VALUE -> z.length == 0 ? 0.0 : (double) z[walk.selectedProperty().get()];
            case MIN_VALUE -> (double) -LatentExplorer.RANGE;
            case MAX_VALUE -> (double) LatentExplorer.RANGE;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private StyleableProperty<Color> color(
            String name, Function<Equaliser, StyleableProperty<Color>> property) {
        return FACTORY.createStyleableColorProperty(
                this, name, "-" + name + "-color", property, Color.GRAY);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
