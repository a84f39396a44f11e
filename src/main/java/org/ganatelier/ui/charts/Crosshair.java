package org.ganatelier.ui.charts;

import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.Buckets;
import org.ganatelier.train.Edit;
import org.ganatelier.ui.widget.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A line across a plot at one step, a dot on each curve, and their values in words. */
final class Crosshair extends Group {
    private static final double DOT = 3.5;

    /** Between the line and the words beside it. */
    private static final double GAP = 10;

    private final Line line = new Line();
    private final Label readout = new Label();
    private final List<Circle> dots = new ArrayList<>();

    Crosshair(int curves) {
        line.getStyleClass().add("crosshair-line");
        readout.getStyleClass().add("crosshair-readout");
        for (int i = 0; i < curves; i++) {
            dots.add(new Circle(DOT));
        }
        getChildren().add(line);
        getChildren().addAll(dots);
        getChildren().add(readout);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /**
     * Shows the values at a step.
     *
     * @param words that stand beside the line
     */
    void show(Frame frame, long step, String words, Function<Side, Color> colors) {
        double x = frame.x((double) step);
        line.setStartX(x);
        line.setEndX(x);
        line.setEndY(frame.height());
        for (int i = 0; i < dots.size(); i++) {
            Smoothed curve = frame.curves().get(i);
            float value = curve.line()[curve.bucket(step)];
            dots.get(i).setVisible(Float.isFinite(value));
            dots.get(i).setCenterX(x);
            dots.get(i).setCenterY(Float.isFinite(value) ? frame.yWithin(value) : 0);
            dots.get(i).setFill(colors.apply(curve.trace().side()));
        }
        readout.setText(words);
        readout.autosize();
        boolean right = x + GAP + readout.getWidth() <= frame.width();
        readout.relocate(
                right ? x + GAP : Math.max(0, x - GAP - readout.getWidth()),
                Math.max(0, Math.min(GAP, frame.height() - readout.getHeight())));
        setVisible(true);
    }

    /**
     * The values at a step, in words, and what was changed near it.
     *
     * @param beside lines between the two
     */
    static String words(Frame frame, long step, List<String> beside, List<Edit> edits) {
        var words = new StringBuilder("step ").append(Numbers.grouped(step));
        frame.curves().forEach(curve -> words.append('\n').append(words(curve, step)));
        beside.forEach(line -> words.append('\n').append(line));
        edits.forEach(
                edit ->
                        words.append("\nafter step ")
                                .append(Numbers.grouped(edit.step()))
                                .append(": ")
                                .append(EditTexts.words(edit)));
        return words.toString();
    }

    /** A curve's name and what it is at a step. */
    static String words(Smoothed curve, long step) {
        Buckets buckets = curve.buckets();
        int i = curve.bucket(step);
        String name = curve.trace().name();
        if (buckets.count()[i] == 0) {
            return name + " not measured";
        }
        return buckets.width() == 1
                ? String.format(Locale.ROOT, "%s %.3f", name, buckets.mean()[i])
                : String.format(
                        Locale.ROOT,
                        "%s %.2f (%.2f to %.2f)",
                        name,
                        curve.line()[i],
                        buckets.min()[i],
                        buckets.max()[i]);
    }
}
