package org.ganatelier.ui.charts;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.History.Curve;

/**
 * A curve of a plot.
 *
 * @param name as in a legend
 * @param meaning for a student, in a tooltip
 * @param side whose colour it has
 * @param factor that the recorded values are multiplied by
 */
record PlotCurve(Curve curve, String name, String meaning, Side side, float factor) {}
