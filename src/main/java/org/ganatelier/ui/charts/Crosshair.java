package org.ganatelier.ui.charts;

import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.text.Words;
import org.ganatelier.train.Buckets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     * @param text that stands beside the line
     * @param top how far down other words reach, which it leaves free where there is room below
     */
    void show(Frame frame, long step, String text, double top, Function<Side, Color> colors) {
        double x = frame.x((double) step);
        line.setStartX(x);
        line.setEndX(x);
        line.setEndY(frame.height());
        for (int i = 0; i < dots.size(); i++) {
            Smoothed curve = frame.curves().get(i);
            float value = curve.line()[curve.telling(step)];
            dots.get(i).setVisible(frame.shows(curve) && Float.isFinite(value));
            dots.get(i).setCenterX(x);
            dots.get(i).setCenterY(Float.isFinite(value) ? frame.yWithin(value) : 0);
            dots.get(i).setFill(colors.apply(curve.trace().side()));
        }
        readout.setText(text);
        readout.autosize();
        boolean right = x + GAP + readout.getWidth() <= frame.width();
        readout.relocate(
                right ? x + GAP : Math.max(0, x - GAP - readout.getWidth()),
                Math.max(0, Math.min(top + GAP, frame.height() - readout.getHeight())));
        setVisible(true);
    }

    /**
     * The values at a step, in words, and what is marked near it.
     *
     * @param beside lines between the two
     */
    static String readout(
            Frame frame, long step, List<String> beside, List<Mark> marks, Words words) {
        var lines = new ArrayList<String>();
        lines.add(words.say("charts.readout.step", "step", step));
        frame.seen().forEach(curve -> lines.add(readout(curve, step, words)));
        lines.addAll(beside);
        marks.forEach(mark -> lines.add(mark.readout(words)));
        return String.join("\n", lines);
    }

    /** A curve's name and what it is at a step. */
    static String readout(Smoothed curve, long step, Words words) {
        Buckets buckets = curve.buckets();
        int i = curve.telling(step);
        String name = curve.trace().name();
        if (buckets.count()[i] == 0) {
            return words.say("charts.readout.not-measured", "curve", name);
        }
        int decimals = curve.trace().source().decimals();
        boolean single = buckets.min()[i] == buckets.max()[i];
        return (buckets.width() == 1 && single) || decimals == 0
                ? name + " " + words.figure(buckets.mean()[i], decimals)
                : words.say(
                        "charts.readout.range",
                        Map.of(
                                "curve",
                                name,
                                "value",
                                words.figure(curve.line()[i], 2),
                                "least",
                                words.figure(buckets.min()[i], 2),
                                "greatest",
                                words.figure(buckets.max()[i], 2)));
    }
}
