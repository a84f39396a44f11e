package org.ganatelier.ui.charts;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.ui.widget.Hints;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names of curves, in their colours, with their values now. */
final class Legend extends HBox {
    private final List<Label> labels = new ArrayList<>();

    Legend(List<PlotCurve> traces) {
        getStyleClass().add("legend");
        for (PlotCurve trace : traces) {
            var swatch = new Region();
            swatch.getStyleClass().add("swatch");
            var label = new Label(trace.name(), swatch);
            label.getStyleClass().addAll("curve-label", styleClass(trace.side()));
            label.setMinWidth(USE_PREF_SIZE);
            Hints.on(label, trace.meaning());
            labels.add(label);
        }
        getChildren().addAll(labels);
    }

    /** Shows the newest values. */
    void show(List<Smoothed> curves) {
        for (int i = 0; i < labels.size(); i++) {
            labels.get(i).setText(text(curves.get(i)));
        }
    }

    /** The class that gives a label the colour of a side. */
    static String styleClass(Side side) {
        return switch (side) {
            case GENERATOR -> "of-generator";
            case DISCRIMINATOR -> "of-discriminator";
        };
    }

    /** A curve's name, and where its line ends if there is one. */
    static String text(Smoothed curve) {
        String name = curve.trace().name();
        double value = curve.newest();
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%s %.2f", name, value) : name;
    }
}
