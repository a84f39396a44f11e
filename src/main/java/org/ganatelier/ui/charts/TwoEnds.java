package org.ganatelier.ui.charts;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * Two things at the ends of a line; where it has no room for both, the second goes below. FX thread
 * only.
 */
final class TwoEnds extends Region {
    /** Between the two where they just fit. */
    private static final double GAP = 8;

    private final Region left;
    private final Region right;

    TwoEnds(Region left, Region right) {
        this.left = left;
        this.right = right;
        getChildren().addAll(left, right);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(width(left), width(right));
    }

    @Override
    protected double computePrefWidth(double height) {
        return width(left) + GAP + width(right);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double first = height(left);
        double second = height(right);
        return fits(width < 0 ? Double.MAX_VALUE : width)
                ? Math.max(first, second)
                : first + second;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    private boolean fits(double width) {
        return width(right) == 0 || width(left) + GAP + width(right) <= width;
    }

    @Override
    protected void layoutChildren() {
        double first = height(left);
        double second = height(right);
        boolean oneLine = fits(getWidth());
        double line = Math.max(first, second);
        double rightWidth = Math.min(getWidth(), width(right));
        left.resizeRelocate(
                0,
                oneLine ? snapPositionY((line - first) / 2) : 0,
                Math.min(getWidth(), width(left)),
                first);
        right.resizeRelocate(
                getWidth() - rightWidth,
                oneLine ? snapPositionY((line - second) / 2) : first,
                rightWidth,
                second);
    }

    private static double width(Region child) {
        return child.isManaged() ? Math.ceil(child.prefWidth(-1)) : 0;
    }

    private static double height(Region child) {
        return child.isManaged() ? child.prefHeight(-1) : 0;
    }
}
