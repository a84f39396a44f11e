package org.ganatelier.ui.charts;

import org.ganatelier.train.History;

import java.util.List;

/**
 * A picture of curves: what is drawn, and where on the plot.
 *
 * @param from step at the left edge
 * @param to step at the right edge
 * @param lastStep the newest step measured
 * @param width of the plotting area, in pixels
 * @param height of the plotting area, in pixels
 */
record Frame(
        List<Smoothed> curves,
        Scale scale,
        double from,
        double to,
        long lastStep,
        double width,
        double height) {
    /** A run shorter than this does not fill the plot: its first steps would rush by. */
    private static final int LEAST_STEPS = 100;

    /** A bucket takes at least so many pixels, less than twice as many where steps are plenty. */
    private static final double BUCKET = 1;

    /**
     * A picture of all that a history holds.
     *
     * @param before the scale of values so far
     */
    static Frame of(History history, PlotSpec spec, Scale before, double width, double height) {
        Reading reading = spec.reading().apply(history.objective());
        List<Smoothed> curves =
                reading.traces().stream()
                        .map(trace -> Smoothed.of(history, trace, buckets(width)))
                        .toList();
        double from = history.firstStep() - 1.0;
        double to = Math.max((double) history.lastStep(), from + LEAST_STEPS);
        Scale scale = reading.scale().next(curves, before);
        return new Frame(curves, scale, from, to, history.lastStep(), width, height);
    }

    private static int buckets(double width) {
        return (int) Math.max(2, width / BUCKET);
    }

    /** Another curve, in buckets like those of the curves. */
    Smoothed smoothed(History history, PlotCurve trace) {
        return Smoothed.of(history, trace, buckets(width));
    }

    /** Steps in one bucket of the curves. */
    long bucketWidth() {
        return curves.getFirst().buckets().width();
    }

    /** Pixels from the left edge of the plotting area to a step. */
    double x(double step) {
        return (step - from) / (to - from) * width;
    }

    /** Pixels from the upper edge of the plotting area to a value. */
    double y(double value) {
        return (scale.top() - value) / (scale.top() - scale.bottom()) * height;
    }

    /** The same, values beyond an edge being put on it. */
    double yWithin(double value) {
        return y(Math.clamp(value, scale.bottom(), scale.top()));
    }

    /** The value at a height. */
    double value(double y) {
        return scale.top() - y / height * (scale.top() - scale.bottom());
    }

    /** The measured step nearest to a place. */
    long step(double x) {
        return nearest(Math.round(from + x / width * (to - from)));
    }

    /** The measured step nearest to a step; {@code lastStep} where nothing was measured. */
    long nearest(long step) {
        return Math.clamp(step, Math.min((long) from + 1, lastStep), lastStep);
    }

    /** The distance of ticks on the axis of steps, each having at least {@code pixels}. */
    long stepTick(double pixels) {
        return (long) Math.max(1, Scale.niceTick((to - from) * pixels / width));
    }
}
