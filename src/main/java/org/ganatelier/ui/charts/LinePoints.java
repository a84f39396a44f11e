package org.ganatelier.ui.charts;

import java.util.Arrays;

/**
 * The places that a curve's line goes through, in pixels from the upper left of the plotting area.
 */
record LinePoints(double[] x, double[] y) {
    static LinePoints of(Frame frame, Smoothed curve) {
        int points = 0;
        var x = new double[curve.line().length];
        var y = new double[curve.line().length];
        for (int i = 0; i < curve.line().length; i++) {
            if (Float.isFinite(curve.line()[i])) {
                x[points] = frame.x(curve.step(i, frame.lastStep()));
                y[points++] = frame.yDrawn(curve.line()[i]);
            }
        }
        return new LinePoints(Arrays.copyOf(x, points), Arrays.copyOf(y, points));
    }

    int size() {
        return x.length;
    }

    /** Whether single places are so far apart that a line alone does not show where they are. */
    boolean areApart(double pixels) {
        return size() > 0 && (x[size() - 1] - x[0]) / size() > pixels;
    }
}
