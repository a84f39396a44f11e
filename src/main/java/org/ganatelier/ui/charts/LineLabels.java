package org.ganatelier.ui.charts;

import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Label;

import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What stands beside the lines of a plot: the guides' words, and names and values at the ends. */
final class LineLabels extends Group {
    /** Between a line and its label. */
    private static final double GAP = 3;

    private final Words words;
    private final List<Label> ends = new ArrayList<>();
    private final List<Label> guideLabels = new ArrayList<>();
    private List<Reading.Guide> guides = List.of();

    /**
     * @param traces whose ends are labelled
     */
    LineLabels(List<PlotCurve> traces, Words words) {
        this.words = words;
        setManaged(false);
        for (PlotCurve trace : traces) {
            var label = label(trace.meaning());
            label.getStyleClass().addAll("curve-label", Legend.styleClass(trace.side()));
            ends.add(label);
        }
        getChildren().addAll(ends);
    }

    /** Labels these guides from now on. */
    void setGuides(List<Reading.Guide> levels) {
        if (levels.equals(guides)) {
            return;
        }
        guides = levels;
        getChildren().removeAll(guideLabels);
        guideLabels.clear();
        for (Reading.Guide guide : levels) {
            var label = label(guide.meaning());
            label.getStyleClass().add("guide-label");
            label.setText(guide.label());
            guideLabels.add(label);
        }
        getChildren().addAll(guideLabels);
    }

    /** Puts every label beside its line. */
    void show(Frame frame) {
        for (int i = 0; i < guides.size(); i++) {
            Label label = guideLabels.get(i);
            label.setVisible(!label.getText().isEmpty());
            label.autosize();
            putWhereFree(label, frame, frame.y(guides.get(i).value()));
        }
        placeEnds(frame);
    }

    /** The uppermost above its line, the others below theirs, and none upon another. */
    private void placeEnds(Frame frame) {
        List<Integer> downwards =
                IntStream.range(0, ends.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -frame.curves().get(i).newest()))
                        .toList();
        double free = 0;
        for (int rank = 0; rank < downwards.size(); rank++) {
            Smoothed curve = frame.curves().get(downwards.get(rank));
            Label label = ends.get(downwards.get(rank));
            label.setVisible(Double.isFinite(curve.newest()));
            if (label.isVisible()) {
                label.setText(Legend.text(curve, words));
                label.autosize();
                double height = label.getHeight();
                double line = frame.yWithin(curve.newest());
                double wanted = rank == 0 ? line - height - GAP : line + GAP;
                // Those that follow need room below.
                double lowest = frame.height() - (downwards.size() - rank) * height;
                double y = Math.clamp(wanted, free, Math.max(free, lowest));
                label.relocate(
                        Math.rint(Math.max(0, frame.width() - label.getWidth())), Math.rint(y));
                free = y + height;
            }
        }
    }

    /**
     * Above or below a line, at its right or left end: the first place that no curve runs through.
     */
    private static void putWhereFree(Label label, Frame frame, double y) {
        double above = y - label.getHeight() - GAP;
        double right = frame.width() - label.getWidth();
        var places =
                List.of(
                        new Point2D(right, above),
                        new Point2D(right, y + GAP),
                        new Point2D(0, above),
                        new Point2D(0, y + GAP));
        Point2D place =
                places.stream()
                        .filter(at -> isFree(frame, at, label.getWidth(), label.getHeight()))
                        .findFirst()
                        .orElse(places.getFirst());
        label.relocate(Math.rint(place.getX()), Math.rint(place.getY()));
    }

    private static boolean isFree(Frame frame, Point2D at, double width, double height) {
        boolean inside = at.getY() >= 0 && at.getY() + height <= frame.height();
        return inside
                && frame.curves().stream()
                        .noneMatch(
                                curve ->
                                        curve.passes(
                                                frame.step(at.getX()),
                                                frame.step(at.getX() + width),
                                                frame.value(at.getY() + height),
                                                frame.value(at.getY())));
    }

    private static Label label(String meaning) {
        var label = new Label();
        label.getStyleClass().add("line-label");
        Hints.on(label, meaning);
        return label;
    }
}
