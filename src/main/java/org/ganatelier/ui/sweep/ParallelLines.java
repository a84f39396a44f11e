package org.ganatelier.ui.sweep;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;

import org.ganatelier.session.SweepState;
import org.ganatelier.sweep.Row;
import org.ganatelier.sweep.Standing;
import org.ganatelier.text.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parallel coordinates (Inselberg 1985): an axis for each value that is varied and one for the
 * distance, a line for each training. The better, the lighter and the more in front.
 */
final class ParallelLines extends Pane {
    private static final double SIDE = 64;
    private static final double TOP = 34;
    private static final double BOTTOM = 18;
    private static final Color GOOD = Color.web("#f28e2b");
    private static final Color BAD = Color.web("#7a7f87", 0.55);

    private final Canvas canvas = new Canvas();

    /** Knows the colour of text in the theme. */
    private final Label probe = new Label();

    private final Words words;
    private Optional<SweepState> state = Optional.empty();

    ParallelLines(Words words) {
        this.words = words;
        setId("sweep-parallel");
        probe.setVisible(false);
        getChildren().addAll(canvas, probe);
        probe.textFillProperty().subscribe(this::paint);
    }

    /** Shows how far the sweep is now. */
    void show(SweepState now) {
        state = Optional.of(now);
        paint();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private Paint ink() {
        return probe.getTextFill();
    }

    private void paint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (state.isEmpty() || canvas.getHeight() < TOP + BOTTOM) {
            return;
        }
        Standing standing = state.get().standing();
        Map<String, String> names = Values.names(standing);
        List<String> paths = List.copyOf(names.keySet());
        List<Row> done =
                new ArrayList<>(
                        standing.best().stream()
                                .filter(row -> Double.isFinite(row.distance()))
                                .toList());
        pen.setFill(ink());
        pen.setStroke(ink());
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        if (done.isEmpty()) {
            pen.fillText(
                    words.say("sweep.empty.parallel"),
                    canvas.getWidth() / 2,
                    canvas.getHeight() / 2,
                    canvas.getWidth());
            return;
        }
        double least = done.getFirst().distance();
        double most = done.getLast().distance();
        for (int i = 0; i < paths.size(); i++) {
            axis(
                    pen,
                    x(i, paths.size()),
                    -SIDE / 2,
                    names.getOrDefault(paths.get(i), ""),
                    Values.all(standing, paths.get(i)));
        }
        axis(
                pen,
                x(paths.size(), paths.size()),
                SIDE / 2,
                words.say("sweep.column.distance"),
                most > least
                        ? List.of(words.decimal(most, 2), words.decimal(least, 2))
                        : List.of(words.decimal(least, 2)));
        // The best are drawn last.
        for (Row row : done.reversed()) {
            double bad = most > least ? (row.distance() - least) / (most - least) : 0;
            pen.setStroke(GOOD.interpolate(BAD, Math.sqrt(bad)));
            pen.setLineWidth(bad == 0 ? 3 : 1.5);
            pen.beginPath();
            for (int i = 0; i < paths.size(); i++) {
                List<String> all = Values.all(standing, paths.get(i));
                double y = y(all.indexOf(Values.of(row, paths.get(i))), all.size());
                if (i == 0) {
                    pen.moveTo(x(0, paths.size()), y);
                } else {
                    pen.lineTo(x(i, paths.size()), y);
                }
            }
            double height = canvas.getHeight() - TOP - BOTTOM;
            double end = most > least ? TOP + (1 - bad) * height : TOP + height / 2;
            pen.lineTo(x(paths.size(), paths.size()), end);
            pen.stroke();
        }
    }

    /**
     * @param beside where the values stand, from the axis on
     */
    private void axis(
            GraphicsContext pen, double x, double beside, String title, List<String> values) {
        pen.setLineWidth(1);
        pen.setStroke(ink());
        pen.setFill(ink());
        pen.strokeLine(x, TOP, x, canvas.getHeight() - BOTTOM);
        pen.fillText(title, x, TOP / 2, 2 * SIDE);
        for (int i = 0; i < values.size(); i++) {
            pen.fillText(values.get(i), x + beside, y(i, values.size()), SIDE);
        }
    }

    private double x(int index, int last) {
        double width = canvas.getWidth() - 2 * SIDE;
        return SIDE + (last == 0 ? width / 2 : width * index / last);
    }

    private double y(int index, int count) {
        double height = canvas.getHeight() - TOP - BOTTOM;
        return TOP + (count < 2 ? height / 2 : height * index / (count - 1));
    }
}
