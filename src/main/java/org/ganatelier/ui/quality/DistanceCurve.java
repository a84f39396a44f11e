package org.ganatelier.ui.quality;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

import org.ganatelier.text.Words;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Zoom;

import java.util.ArrayList;
import java.util.List;

/**
 * The distance over the steps of a run, down to that of real images. Its height is logarithmic: the
 * first score is often a hundred times the last.
 */
final class DistanceCurve extends Region {
    private static final double WIDTH = 110;
    private static final double LEAST_WIDTH = 50;
    private static final double HEIGHT = 58;
    private static final double DOT = 2.5;

    /** A distance may be 0, which has no logarithm. */
    private static final double LEAST = 0.01;

    private final Words words;
    private final QualityTexts texts;
    private final Polyline line = new Polyline();
    private final Circle end = new Circle(DOT);
    private final Line baseline = new Line();
    private List<ScorePoint> points = List.of();

    DistanceCurve(Words words) {
        this.words = words;
        texts = new QualityTexts(words);
        getStyleClass().add("distance-curve");
        line.getStyleClass().add("distance-line");
        end.getStyleClass().add("distance-end");
        baseline.getStyleClass().add("distance-baseline");
        for (var shape : List.of(baseline, line, end)) {
            shape.setManaged(false);
            shape.setMouseTransparent(true);
        }
        getChildren().addAll(baseline, line, end);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Hints.on(this, words.say("quality.curve.meaning"));
        show(List.of());
    }

    /** Shows scores, oldest first. */
    void show(List<ScorePoint> scores) {
        points = scores;
        setAccessibleText(
                scores.isEmpty()
                        ? words.say("quality.curve.none")
                        : words.say(
                                "quality.curve.spoken",
                                "first",
                                texts.estimate(scores.getFirst().score().images().frechet()),
                                "last",
                                texts.estimate(scores.getLast().score().images().frechet())));
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return Zoom.of(this) * WIDTH;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Zoom.of(this) * LEAST_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Zoom.of(this) * HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        boolean some = !points.isEmpty();
        line.setVisible(some);
        end.setVisible(some);
        baseline.setVisible(some);
        if (!some) {
            return;
        }
        double bottom = level(points.getLast().score().baseline().frechet().value());
        double top = bottom;
        for (ScorePoint point : points) {
            double level = level(point.score().images().frechet().value());
            top = Math.max(top, level);
            bottom = Math.min(bottom, level);
        }
        draw(bottom, Math.max(top, bottom + 1));
    }

    private void draw(double bottom, double top) {
        double width = getWidth() - 2 * DOT;
        double height = getHeight() - 2 * DOT;
        long last = points.getLast().step();
        var places = new ArrayList<Double>();
        for (ScorePoint point : points) {
            double level = level(point.score().images().frechet().value());
            places.add(DOT + width * point.step() / Math.max(1, last));
            places.add(DOT + height * (top - level) / (top - bottom));
        }
        line.getPoints().setAll(places);
        end.setCenterX(places.get(places.size() - 2));
        end.setCenterY(places.getLast());
        double real = level(points.getLast().score().baseline().frechet().value());
        double y = Math.floor(DOT + height * (top - real) / (top - bottom)) + 0.5;
        baseline.setStartX(0);
        baseline.setEndX(getWidth());
        baseline.setStartY(y);
        baseline.setEndY(y);
    }

    private static double level(double distance) {
        return Math.log(Math.max(LEAST, distance));
    }
}
