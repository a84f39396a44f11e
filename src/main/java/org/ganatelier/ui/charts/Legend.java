package org.ganatelier.ui.charts;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Terms;

import java.util.ArrayList;
import java.util.List;

/** The names of curves, in their colours, with their values now. */
final class Legend extends HBox {
    private final Words words;
    private final List<Label> labels = new ArrayList<>();

    Legend(List<PlotCurve> traces, Words words) {
        this.words = words;
        getStyleClass().add("legend");
        for (PlotCurve trace : traces) {
            var swatch = new Region();
            swatch.getStyleClass().add("swatch");
            var label = new Label(trace.name(), swatch);
            label.getStyleClass().addAll("curve-label", styleClass(trace.side()));
            label.setMinWidth(USE_PREF_SIZE);
            Hints.on(label, trace.meaning());
            Terms.on(label, "loss", words);
            labels.add(label);
        }
        getChildren().addAll(labels);
    }

    /** Shows the newest values. */
    void show(List<Smoothed> curves) {
        for (int i = 0; i < labels.size(); i++) {
            labels.get(i).setText(text(curves.get(i), words));
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
    static String text(Smoothed curve, Words words) {
        String name = curve.trace().name();
        double value = curve.newest();
        return Double.isFinite(value) ? name + " " + words.figure(value, 2) : name;
    }
}
