package org.ganatelier.ui.coach;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.coach.fact.Picture;
import org.ganatelier.text.CoachText;
import org.ganatelier.text.Words;
import org.ganatelier.train.RunRecord;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Zoom;

import java.util.ArrayList;
import java.util.List;

/** The curve that a finding is about, or how often each class is seen. FX thread only. */
final class SmallPicture extends Region {
    private static final double WIDTH = 104;
    private static final double HEIGHT = 46;
    private static final double LEAST_TOP = 0.2;
    private static final double GAP = 2;
    private static final double MARGIN = 3;

    private final Words words;
    private final Tooltip hint = Hints.on(this, "");
    private final Line mark = new Line();
    private List<Series> lines = List.of();
    private List<Double> shares = List.of();
    private double step;
    private List<String> drawn = List.of();
    private int bars;

    SmallPicture(Words words) {
        this.words = words;
        getStyleClass().add("coach-picture");
        mark.getStyleClass().add("coach-mark");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** Shows what a finding is about, as the run is now. */
    void show(Finding finding, RunRecord record) {
        String meaning = CoachText.picture(words, finding.picture());
        hint.setText(meaning);
        setAccessibleText(meaning);
        lines = Series.of(finding.picture(), record);
        shares =
                finding.picture() == Picture.CLASSES && !record.scores().isEmpty()
                        ? record.scores().getLast().score().images().coverage().shares()
                        : List.of();
        step = finding.step();
        rebuild();
    }

    /** The lines and bars that are there are moved, where they are those that are wanted. */
    private void rebuild() {
        List<String> styles = lines.stream().map(Series::style).toList();
        if (!styles.equals(drawn) || shares.size() != bars) {
            drawn = styles;
            bars = shares.size();
            var parts = new ArrayList<Node>();
            if (!lines.isEmpty()) {
                parts.add(mark);
            }
            for (String style : styles) {
                var line = new Polyline();
                line.getStyleClass().addAll("coach-line", style);
                parts.add(line);
            }
            for (int i = 0; i < bars; i++) {
                var bar = new Region();
                bar.getStyleClass().add("coach-bar");
                parts.add(bar);
            }
            parts.forEach(part -> part.setManaged(false));
            parts.forEach(part -> part.setMouseTransparent(true));
            getChildren().setAll(parts);
        }
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return Zoom.of(this) * WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Zoom.of(this) * HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        if (!shares.isEmpty()) {
            layoutBars();
        } else if (!lines.isEmpty()) {
            layoutLines();
        }
    }

    private void layoutBars() {
        double top =
                Math.max(
                        LEAST_TOP,
                        shares.stream().mapToDouble(Double::doubleValue).max().orElse(0));
        double cell = getWidth() / shares.size();
        for (int i = 0; i < shares.size(); i++) {
            double length = Math.max(1, Math.rint(shares.get(i) / top * (getHeight() - MARGIN)));
            double left = Math.rint(i * cell + GAP / 2);
            double right = Math.rint((i + 1) * cell - GAP / 2);
            getChildren()
                    .get(i)
                    .resizeRelocate(left, getHeight() - length, Math.max(1, right - left), length);
        }
    }

    private void layoutLines() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double last = 1;
        for (Series series : lines) {
            for (int i = 0; i < series.y().length; i++) {
                if (Double.isFinite(series.y()[i])) {
                    low = Math.min(low, series.y()[i]);
                    high = Math.max(high, series.y()[i]);
                    last = Math.max(last, series.x()[i]);
                }
            }
        }
        double range = high - low > 0 ? high - low : 1;
        double width = getWidth() - 2 * MARGIN;
        double height = getHeight() - 2 * MARGIN;
        for (int l = 0; l < lines.size(); l++) {
            Series series = lines.get(l);
            var places = new ArrayList<Double>();
            for (int i = 0; i < series.y().length; i++) {
                if (Double.isFinite(series.y()[i])) {
                    places.add(MARGIN + width * series.x()[i] / last);
                    places.add(MARGIN + height * (high - series.y()[i]) / range);
                }
            }
            ((Polyline) getChildren().get(l + 1)).getPoints().setAll(places);
        }
        double x = Math.rint(MARGIN + width * Math.min(1, step / last)) + 0.5;
        mark.setStartX(x);
        mark.setEndX(x);
        mark.setStartY(0);
        mark.setEndY(getHeight());
    }
}
