package org.ganatelier.ui.slow;

import javafx.scene.layout.Region;

import org.ganatelier.ui.widget.Zoom;

import java.util.OptionalDouble;

/**
 * What D says of a sample, as a bar on a scale: a chance from the left edge on, a score from the
 * middle. A line marks what D said before.
 */
final class VerdictBar extends Region {
    private static final double HEIGHT = 7;
    private static final double LINE = 2;

    private final VerdictScale scale;
    private final double value;
    private final OptionalDouble before;
    private final Region track = part("slow-track");
    private final Region fill = part("slow-fill");
    private final Region mark = part("slow-mark");

    VerdictBar(VerdictScale scale, double value, OptionalDouble before) {
        this.scale = scale;
        this.value = value;
        this.before = before;
        mark.setVisible(before.isPresent());
        getChildren().addAll(track, fill, mark);
    }

    private static Region part(String style) {
        var part = new Region();
        part.getStyleClass().add(style);
        part.setManaged(false);
        return part;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Zoom.of(this) * HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        track.resizeRelocate(0, 0, width, height);
        double zero = scale.place(0) * width;
        double end = scale.place(value) * width;
        double left = Math.rint(Math.min(zero, end));
        fill.resizeRelocate(left, 0, Math.max(1, Math.rint(Math.max(zero, end)) - left), height);
        double line = Math.rint(scale.place(before.orElse(0)) * width - LINE / 2);
        mark.resizeRelocate(line, -1, LINE, height + 2);
    }
}
