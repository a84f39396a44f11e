package org.ganatelier.ui.flow;

import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

import java.util.ArrayList;
import java.util.List;

/** The values of one z as bars around a middle line. */
final class NoiseBars extends Region {
    /** Of a normal distribution hardly any value lies beyond. */
    private static final double MOST_DEVIATIONS = 2.6;

    /** More could not be told apart. */
    private static final int MOST_BARS = 24;

    private final List<Line> bars = new ArrayList<>();
    private float[] values = {};

    NoiseBars() {
        getStyleClass().add("flow-noise");
    }

    /** Shows the first values of a noise. */
    void show(float[] noise) {
        values = noise;
        int count = Math.min(noise.length, MOST_BARS);
        while (bars.size() < count) {
            var bar = new Line();
            bar.getStyleClass().add("flow-noise-bar");
            bar.setManaged(false);
            bars.add(bar);
        }
        getChildren().setAll(bars.subList(0, count));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        int count = getChildren().size();
        double left = snappedLeftInset();
        double room = getWidth() - left - snappedRightInset();
        double middle = getHeight() / 2;
        double most = middle - snappedTopInset();
        for (int i = 0; i < count; i++) {
            double share = Math.clamp(values[i] / MOST_DEVIATIONS, -1, 1);
            double x = left + room * (i + 0.5) / count;
            Line bar = bars.get(i);
            bar.setStartX(x);
            bar.setEndX(x);
            bar.setStartY(middle);
            bar.setEndY(middle - share * most);
            bar.setStrokeWidth(Math.max(1, 0.62 * room / count));
        }
    }
}
