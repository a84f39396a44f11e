package org.ganatelier.ui.charts;

import org.ganatelier.experiment.basics.Side;

/**
 * A curve of a plot.
 *
 * @param name as in a legend
 * @param meaning for a student, in a tooltip
 * @param side whose colour it has
 */
record PlotCurve(Source source, String name, String meaning, Side side) {
    /** Names it in settings. */
    String id() {
        return source.id();
    }
}
