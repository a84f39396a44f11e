package org.ganatelier.ui.charts;

import org.ganatelier.train.History;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A picture of curves: what is drawn, and where on the plot.
 *
 * @param curves all of the plot, hidden ones too
 * @param others the same of runs that are drawn beside this one, on the same scale
 * @param hidden the ids of those that are not to be seen
 * @param cutOff whether what lies beyond the scale was chosen not to be seen
 * @param part the steps from the left to the right edge
 * @param lastStep the newest step measured
 * @param width of the plotting area, in pixels
 * @param height of the plotting area, in pixels
 */
record Frame(
        List<Smoothed> curves,
        List<OtherFrame> others,
        Set<String> hidden,
        Scale scale,
        boolean cutOff,
        XAxis axis,
        Span part,
        long lastStep,
        double width,
        double height) {
    /** A run shorter than this does not fill the plot: its first steps would rush by. */
    private static final int LEAST_STEPS = 100;

    /** A bucket takes at least so many pixels, less than twice as many where steps are plenty. */
    private static final double BUCKET = 1;

    /**
     * A picture of a part of a run.
     *
     * @param part the steps that are seen
     * @param before the scale of values so far
     */
    static Frame of(
            Material material,
            PlotSpec spec,
            Look look,
            Span part,
            Scale before,
            double width,
            double height) {
        Reading reading = spec.reading().apply(material);
        XAxis axis = XAxis.of(look.unit(), material.history());
        List<Smoothed> curves = curves(material, reading, look, part, width);
        List<OtherFrame.Curves> others =
                material.others().stream()
                        .filter(other -> spec.compares(material, other.runs().getFirst()))
                        .map(other -> OtherFrame.Curves.of(other, spec, look, axis, part, width))
                        .toList();
        List<Smoothed> seen =
                Stream.concat(curves.stream(), others.stream().flatMap(OtherFrame.Curves::all))
                        .filter(c -> look.shows(c.trace()))
                        .toList();
        Scale scale = scale(reading, look, seen, before);
        boolean cutOff = look.values().isPresent();
        return new Frame(
                curves,
                others.stream()
                        .map(each -> each.on(scale, look.hidden(), cutOff, width, height))
                        .toList(),
                look.hidden(),
                scale,
                cutOff,
                axis,
                part,
                material.history().lastStep(),
                width,
                height);
    }

    /** What a plot shows of a run. */
    static List<Smoothed> curves(
            Material material, Reading reading, Look look, Span part, double width) {
        return reading.traces().stream()
                .map(trace -> Smoothed.of(material, trace, part, buckets(width), look.smoothing()))
                .toList();
    }

    private static Scale scale(Reading reading, Look look, List<Smoothed> seen, Scale before) {
        Scale whole =
                look.logarithmic()
                        ? LogScale.of(seen, reading.levels(), before)
                        : reading.scale().next(seen, before.isLinear() ? before : Scale.UNIT);
        return look.values().map(part -> whole.between(part.low(), part.high())).orElse(whole);
    }

    /** All steps of a run, from before the first. */
    static Span whole(History history) {
        double from = history.firstStep() - 1.0;
        return new Span(from, Math.max((double) history.lastStep(), from + LEAST_STEPS));
    }

    /** All steps of a run and of those beside it, as far as they go in a unit. */
    static Span whole(Material material, XAxis.Unit unit) {
        Span own = whole(material.history());
        XAxis axis = XAxis.of(unit, material.history());
        double to = own.to();
        double from = own.from();
        for (History history : material.otherHistories()) {
            if (!history.isEmpty()) {
                XAxis theirs = XAxis.of(unit, history);
                to = Math.max(to, axis.step(theirs.at((double) history.lastStep())));
                from = Math.min(from, axis.step(theirs.at(history.firstStep() - 1.0)));
            }
        }
        return new Span(Math.max(0, from), to);
    }

    private static int buckets(double width) {
        return (int) Math.max(2, width / BUCKET);
    }

    /** The curves that are to be seen. */
    List<Smoothed> seen() {
        return curves.stream().filter(this::shows).toList();
    }

    boolean shows(Smoothed curve) {
        return !hidden.contains(curve.trace().id());
    }

    /** Another curve, in buckets like those of the curves. */
    Smoothed smoothed(Material material, PlotCurve trace, Smoothing smoothing) {
        return Smoothed.of(material, trace, part, buckets(width), smoothing);
    }

    double from() {
        return part.from();
    }

    double to() {
        return part.to();
    }

    /** Steps in one bucket of the curves. */
    long bucketWidth() {
        return curves.getFirst().buckets().width();
    }

    /** Pixels from the left edge of the plotting area to a step. */
    double x(double step) {
        return xOf(axis.at(step));
    }

    /** Pixels from the left edge to a place of the lower axis, in its unit. */
    double xOf(double at) {
        double left = axis.at(part.from());
        return (at - left) / (axis.at(part.to()) - left) * width;
    }

    /** Pixels from the upper edge of the plotting area to a value. */
    double y(double value) {
        return (1 - scale.share(value)) * height;
    }

    /** The same, values beyond an edge being put on it. */
    double yWithin(double value) {
        return y(Math.clamp(value, scale.bottom(), scale.top()));
    }

    /** Where a value of a curve is drawn: on the edge, where it lies beyond an edge by itself. */
    double yDrawn(double value) {
        return cutOff ? y(value) : yWithin(value);
    }

    /** The value at a height. */
    double value(double y) {
        return scale.value(1 - y / height);
    }

    /** Where on the axis of steps a place is. */
    double stepAt(double x) {
        double left = axis.at(part.from());
        return axis.step(left + x / width * (axis.at(part.to()) - left));
    }

    /** The measured step nearest to a place. */
    long step(double x) {
        return nearest(Math.round(stepAt(x)));
    }

    /**
     * The measured step nearest to a step that is in the picture; {@code lastStep} where nothing
     * was measured. Where a run beside this one goes further, that counts too.
     */
    long nearest(long step) {
        long first = (long) Math.ceil(Math.max(part.from(), 0));
        long last = furthest();
        long least = Math.min(first == part.from() ? first + 1 : first, last);
        return Math.clamp(step, least, Math.max(least, Math.min(last, (long) part.to())));
    }

    /** The newest step, or the one at whose place the longest run beside this one ends. */
    private long furthest() {
        return others.stream()
                .flatMap(other -> other.runs().stream())
                .mapToLong(this::endOf)
                .reduce(lastStep, Math::max);
    }

    private long endOf(Frame other) {
        return (long) Math.floor(axis.step(other.axis.at((double) other.lastStep)));
    }

    /** The step of this run that lies where a step of another one does. */
    long stepAt(Frame other, long step) {
        return Math.round(axis.step(other.axis.at((double) step)));
    }

    /** Whether the run has come to a step. */
    boolean reaches(long step) {
        return step <= lastStep;
    }
}
