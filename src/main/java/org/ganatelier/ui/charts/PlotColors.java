package org.ganatelier.ui.charts;

import javafx.scene.paint.Color;

import org.ganatelier.experiment.basics.Side;

import java.util.List;

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
        Color background,
        List<Color> others) {
    PlotColors {
        others = List.copyOf(others);
    }

    /** The colour of a run that is drawn beside another. */
    Color ofOther(int color) {
        return others.get(color);
    }

    /** The colour of a side. */
    Color of(Side side) {
        return switch (side) {
            case GENERATOR -> generator;
            case DISCRIMINATOR -> discriminator;
        };
    }
}
