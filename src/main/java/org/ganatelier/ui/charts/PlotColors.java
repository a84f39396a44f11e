package org.ganatelier.ui.charts;

import javafx.scene.paint.Color;

import org.ganatelier.experiment.basics.Side;

/** The colours of a plot. */
record PlotColors(
        Color generator,
        Color discriminator,
        Color grid,
        Color axis,
        Color guide,
        Color mark,
        Color coach,
        Color text,
        Color background) {
    /** The colour of a side. */
    Color of(Side side) {
        return switch (side) {
            case GENERATOR -> generator;
            case DISCRIMINATOR -> discriminator;
        };
    }
}
