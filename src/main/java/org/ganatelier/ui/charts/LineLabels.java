package org.ganatelier.ui.charts;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Label;

import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands beside the lines of a plot that have a meaning. */
final class LineLabels extends Group {
    /** Between a line and its label. */
    private static final double GAP = 3;

    private final Words words;
    private final List<Label> guideLabels = new ArrayList<>();
    private List<Reading.Guide> guides = List.of();

    LineLabels(Words words) {
        this.words = words;
        setManaged(false);
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
            var label = label();
            Hints.on(label, guide.meaning());
            guide.term().ifPresent(term -> Terms.on(label, term, words));
            label.getStyleClass().add("guide-label");
            label.setText(guide.label());
            guideLabels.add(label);
        }
        getChildren().addAll(guideLabels);
    }

    /**
     * Puts every label beside its line.
     *
     * @param taken where other words stand
     */
    void show(Frame frame, List<Bounds> taken) {
        var full = new ArrayList<>(taken);
        for (int i = 0; i < guides.size(); i++) {
            Label label = guideLabels.get(i);
            label.applyCss();
            label.autosize();
            boolean placed =
                    !label.getText().isEmpty()
                            && isSeen(guides.get(i), frame.scale())
                            && putWhereFree(label, frame, guides.get(i).value(), full);
            label.setVisible(placed);
            if (placed) {
                full.add(label.getBoundsInParent());
            }
        }
    }

    private static boolean isSeen(Reading.Guide guide, Scale scale) {
        return guide.value() >= scale.bottom() && guide.value() <= scale.top();
    }

    /**
     * Above or below a line, at its right or left end: the first place that no curve runs through,
     * or else the first one at all, and always inside the plot and upon no other words.
     *
     * @return false where there is no such place
     */
    private static boolean putWhereFree(
            Label label, Frame frame, double value, List<Bounds> taken) {
        double y = frame.y(value);
        double right = frame.width() - label.getWidth();
        double above = y - label.getHeight() - GAP;
        List<Point2D> places =
                Stream.of(
                                new Point2D(right, above),
                                new Point2D(right, y + GAP),
                                new Point2D(0, above),
                                new Point2D(0, y + GAP))
                        .filter(at -> isInside(frame, at, label))
                        .filter(at -> taken.stream().noneMatch(box(at, label)::intersects))
                        .toList();
        Optional<Point2D> place =
                places.stream()
                        .filter(at -> isFree(frame, box(at, label)))
                        .findFirst()
                        .or(() -> places.stream().findFirst());
        place.ifPresent(at -> label.relocate(Math.rint(at.getX()), Math.rint(at.getY())));
        return place.isPresent();
    }

    private static Bounds box(Point2D at, Label label) {
        return new BoundingBox(at.getX(), at.getY(), label.getWidth(), label.getHeight());
    }

    private static boolean isInside(Frame frame, Point2D at, Label label) {
        return at.getY() >= 0
                && at.getY() + label.getHeight() <= frame.height()
                && label.getWidth() <= frame.width();
    }

    private static boolean isFree(Frame frame, Bounds box) {
        return frame.seen().stream()
                .noneMatch(
                        curve ->
                                curve.passes(
                                        frame.step(box.getMinX()),
                                        frame.step(box.getMaxX()),
                                        frame.value(box.getMaxY()),
                                        frame.value(box.getMinY())));
    }

    private static Label label() {
        var label = new Label();
        label.getStyleClass().add("line-label");
        return label;
    }
}
