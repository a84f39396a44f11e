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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A line across a plot at one step, a dot on each curve, and their values in words. */
final class Crosshair extends Group {
    private static final double DOT = 3.5;

    /** Between the line and the words beside it. */
    private static final double GAP = 10;

    private final Line line = new Line();
    private final Label readout = new Label();
    private final List<Circle> dots = new ArrayList<>();

    Crosshair() {
        line.getStyleClass().add("crosshair-line");
        readout.getStyleClass().add("crosshair-readout");
        getChildren().addAll(line, readout);
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
    void show(Frame frame, long step, String text, double top, PlotColors colors) {
        double x = frame.x((double) step);
        line.setStartX(x);
        line.setEndX(x);
        line.setEndY(frame.height());
        int used = put(frame, step, x, 0, colors::of);
        for (OtherFrame other : frame.others()) {
            Color color = colors.ofOther(other.color());
            if (!other.isBand()) {
                Frame theirs = other.runs().getFirst();
                used = put(theirs, theirs.stepAt(frame, step), x, used, _ -> color);
            }
        }
        dots.subList(used, dots.size()).forEach(dot -> dot.setVisible(false));
        readout.setText(text);
        readout.autosize();
        boolean right = x + GAP + readout.getWidth() <= frame.width();
        readout.relocate(
                right ? x + GAP : Math.max(0, x - GAP - readout.getWidth()),
                Math.max(0, Math.min(top + GAP, frame.height() - readout.getHeight())));
        setVisible(true);
    }

    /** Puts a dot on each curve of a run; tells how many dots are in use then. */
    private int put(Frame frame, long step, double x, int before, Function<Side, Color> colors) {
        int used = before;
        for (Smoothed curve : frame.seen()) {
            float value = curve.line()[curve.telling(step)];
            if (frame.reaches(step) && Float.isFinite(value)) {
                Circle dot = dot(used++);
                dot.setCenterX(x);
                dot.setCenterY(frame.yWithin(value));
                dot.setFill(colors.apply(curve.trace().side()));
                dot.setVisible(true);
            }
        }
        return used;
    }

    private Circle dot(int index) {
        while (dots.size() <= index) {
            var dot = new Circle(DOT);
            dots.add(dot);
            // Below the words.
            getChildren().add(getChildren().size() - 1, dot);
        }
        return dots.get(index);
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
        if (frame.reaches(step)) {
            frame.seen().forEach(curve -> lines.add(readout(curve, step, words)));
            lines.addAll(beside);
        }
        for (OtherFrame other : frame.others()) {
            lines.addAll(readout(other, frame, step, words));
        }
        marks.forEach(mark -> lines.add(mark.readout(words)));
        return String.join("\n", lines);
    }

    /**
     * What another run is there, if it got so far, in one line: "Run 2: G 0.71, D 0.63"; of several
     * one line for each curve.
     */
    private static List<String> readout(OtherFrame other, Frame beside, long step, Words words) {
        Frame first = other.runs().getFirst();
        if (other.isBand()) {
            return IntStream.range(0, first.curves().size())
                    .mapToObj(other::band)
                    .filter(Band::isSeen)
                    .flatMap(band -> readout(other, band, beside.x((double) step), words))
                    .toList();
        }
        long theirs = first.stepAt(beside, step);
        if (!first.reaches(theirs) || first.seen().isEmpty()) {
            return List.of();
        }
        return List.of(
                other.name()
                        + ": "
                        + first.seen().stream()
                                .map(curve -> brief(curve, theirs, words))
                                .collect(Collectors.joining(", ")));
    }

    private static Stream<String> readout(OtherFrame other, Band band, double x, Words words) {
        return band.at(x).stream().map(values -> other.name() + ": " + brief(band, values, words));
    }

    /** "G 0.71 (0.65 to 0.78)". */
    private static String brief(Band band, Band.Values values, Words words) {
        int decimals = Math.min(2, band.trace().source().decimals());
        return words.say(
                "charts.readout.range",
                Map.of(
                        "curve",
                        band.trace().name(),
                        "value",
                        words.figure(values.median(), decimals),
                        "least",
                        words.figure(values.low(), decimals),
                        "greatest",
                        words.figure(values.high(), decimals)));
    }

    private static String brief(Smoothed curve, long step, Words words) {
        float value = curve.line()[curve.telling(step)];
        String name = curve.trace().name();
        return Float.isFinite(value)
                ? name + " " + words.figure(value, Math.min(2, curve.trace().source().decimals()))
                : words.say("charts.readout.not-measured", "curve", name);
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
