package org.ganatelier.ui.charts;

import java.util.Optional;
import java.util.Set;

/**
 * How a plot is looked at.
 *
 * @param unit of the lower axis
 * @param smoothing of the lines
 * @param hidden the curves that are not to be seen, by their ids
 * @param logarithmic whether the axis of values is
 * @param values the part of that axis that was chosen
 */
record Look(
        XAxis.Unit unit,
        Smoothing smoothing,
        Set<String> hidden,
        boolean logarithmic,
        Optional<Values> values) {
    /** From the least to the greatest value that is seen. */
    record Values(double low, double high) {}

    /** What a plot begins with. */
    static final Look PLAIN =
            new Look(XAxis.Unit.STEPS, Smoothing.NORMAL, Set.of(), false, Optional.empty());

    boolean shows(PlotCurve curve) {
        return !hidden.contains(curve.id());
    }
}
