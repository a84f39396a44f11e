package org.ganatelier.ui.film;

import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.ganatelier.session.Frame;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Repaint;
import org.ganatelier.ui.widget.Zoom;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The frames side by side, from the first to the newest, as many pictures as there is room for; a
 * track below has a dot for each, with edits, marks and the best one on it. Under the mouse every
 * frame has the same width. FX thread only.
 */
final class FilmStrip extends Region {
    /** Height of the track below the pictures, in pixels. */
    private static final double TRACK = 13;

    private static final double GAP = 2;
    private static final double DOT = 2.2;

    private static final StyleablePropertyFactory<FilmStrip> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> line = colour("line", strip -> strip.line);
    private final StyleableProperty<Color> cursor = colour("cursor", strip -> strip.cursor);
    private final StyleableProperty<Color> edit = colour("edit", strip -> strip.edit);
    private final StyleableProperty<Color> mark = colour("mark", strip -> strip.mark);
    private final StyleableProperty<Color> star = colour("star", strip -> strip.star);
    private final Canvas canvas = new Canvas();
    private final Thumbs thumbs = new Thumbs();
    private final Repaint repaint = new Repaint(this, this::paint);
    private final Consumer<Frame> chosen;
    private final Tooltip hint = Hints.of("");
    private List<Frame> frames = List.of();
    private Optional<Frame> lookedAt = Optional.empty();
    private Optional<Frame> best = Optional.empty();

    /**
     * @param tell says what there is to know of a frame
     * @param chosen gets the frame that the mouse is pressed on
     */
    // Only methods of JavaFX that nothing overrides are called.
    @SuppressWarnings("this-escape")
    FilmStrip(Function<Frame, String> tell, Consumer<Frame> chosen) {
        this.chosen = chosen;
        getStyleClass().add("film-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        for (StyleableProperty<Color> colour : List.of(line, cursor, edit, mark, star)) {
            ((ObservableValue<?>) colour).subscribe(repaint::request);
        }
        setMinWidth(0);
        setOnMousePressed(this::choose);
        setOnMouseDragged(this::choose);
        setOnMouseMoved(event -> at(event.getX()).ifPresent(of -> hint.setText(tell.apply(of))));
        Tooltip.install(this, hint);
        Live.on(this, Zoom.on(this)).subscribe(_ -> repaint.request());
    }

    /** Shows frames. */
    void show(List<Frame> all, Optional<Frame> now, Optional<Frame> bestOfAll) {
        frames = List.copyOf(all);
        lookedAt = now;
        best = bestOfAll;
        repaint.request();
    }

    private void choose(MouseEvent event) {
        at(event.getX()).ifPresent(chosen);
    }

    private Optional<Frame> at(double x) {
        if (frames.isEmpty() || getWidth() <= 0) {
            return Optional.empty();
        }
        int index = (int) Math.floor(x / getWidth() * frames.size());
        return Optional.of(frames.get(Math.clamp(index, 0, frames.size() - 1)));
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
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        double zoom = Zoom.of(this);
        double track = TRACK * zoom;
        int side = (int) (getHeight() - track - 2 * GAP);
        if (frames.isEmpty() || side < 8 || getWidth() < side) {
            return;
        }
        pictures(pen, side);
        track(pen, getHeight() - track / 2, zoom);
    }

    /** Each place has the frame that the mouse would find in its middle. */
    private void pictures(GraphicsContext pen, int side) {
        int places = Math.min(frames.size(), (int) (getWidth() / (side + GAP)));
        double wide = getWidth() / places;
        for (int i = 0; i < places; i++) {
            double left = Math.floor(i * wide + (wide - side) / 2);
            Frame frame = at((i + 0.5) * wide).orElseThrow();
            pen.drawImage(thumbs.of(frame, side), left, GAP);
        }
        thumbs.keepOnly(frames);
        lookedAt.ifPresent(
                now -> {
                    // Its own picture stands over those of its neighbours.
                    double middle = middle(now);
                    double left = Math.clamp(middle - side / 2.0, 1, getWidth() - side - 1);
                    pen.drawImage(thumbs.of(now, side), Math.floor(left), GAP);
                    pen.setStroke(cursor.getValue());
                    pen.setLineWidth(2);
                    pen.strokeRect(Math.floor(left), GAP, side, side);
                });
    }

    private double middle(Frame frame) {
        int index = 0;
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).step() <= frame.step()) {
                index = i;
            }
        }
        return (index + 0.5) / frames.size() * getWidth();
    }

    private void track(GraphicsContext pen, double y, double zoom) {
        double dot = DOT * zoom;
        pen.setStroke(line.getValue());
        pen.setLineWidth(1);
        pen.strokeLine(0, Math.floor(y) + 0.5, getWidth(), Math.floor(y) + 0.5);
        for (Frame frame : frames) {
            double x = middle(frame);
            if (!frame.edits().isEmpty()) {
                double before = x - getWidth() / frames.size() / 2;
                pen.setStroke(edit.getValue());
                pen.setLineWidth(2);
                pen.strokeLine(before, y - 3 * dot, before, y + 3 * dot);
            }
            pen.setFill(frame.marked() ? mark.getValue() : line.getValue());
            double size = frame.marked() ? 2 * dot : dot;
            pen.fillOval(x - size, y - size, 2 * size, 2 * size);
        }
        lookedAt.ifPresent(
                now -> {
                    pen.setFill(cursor.getValue());
                    pen.fillOval(middle(now) - 1.5 * dot, y - 1.5 * dot, 3 * dot, 3 * dot);
                });
        best.ifPresent(
                of -> {
                    pen.setFill(star.getValue());
                    pen.setFont(Font.font(TRACK * zoom));
                    pen.setTextAlign(TextAlignment.CENTER);
                    pen.setTextBaseline(VPos.CENTER);
                    pen.fillText("★", middle(of), y);
                });
    }

    private StyleableProperty<Color> colour(
            String name, Function<FilmStrip, StyleableProperty<Color>> property) {
        return FACTORY.createStyleableColorProperty(
                this, name, "-" + name + "-color", property, Color.GRAY);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
