package org.ganatelier.ui.charts;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Terms;

import java.util.ArrayList;
import java.util.List;

/** The names of curves, in their colours, with their values now; each shows or hides its curve. */
final class Legend extends HBox {
    private final Words words;
    private final PlotKind kind;
    private final Choices choices;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private List<PlotCurve> traces = List.of();

    Legend(PlotKind kind, Choices choices, Words words) {
        this.kind = kind;
        this.words = words;
        this.choices = choices;
        getStyleClass().add("legend");
    }

    /** Shows the values where the lines end. */
    void show(Frame frame) {
        List<PlotCurve> now = frame.curves().stream().map(Smoothed::trace).toList();
        if (!now.equals(traces)) {
            traces = now;
            buttons.clear();
            now.forEach(trace -> buttons.add(button(trace)));
            getChildren().setAll(buttons);
        }
        for (int i = 0; i < buttons.size(); i++) {
            Smoothed curve = frame.curves().get(i);
            boolean shown = frame.shows(curve);
            buttons.get(i).setSelected(shown);
            buttons.get(i).setText(shown ? text(curve, words) : curve.trace().name());
        }
    }

    private ToggleButton button(PlotCurve trace) {
        var swatch = new Region();
        swatch.getStyleClass().add("swatch");
        var button = new ToggleButton(trace.name(), swatch);
        button.getStyleClass().setAll("curve-label", styleClass(trace.side()));
        button.setId("curve-" + trace.id());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> choices.toggle(trace));
        String hint = trace.meaning() + " " + words.say("charts.curve.toggle");
        Hints.on(button, hint);
        Terms.on(button, kind.term(), words);
        button.setAccessibleHelp(hint);
        return button;
    }

    /** The class that gives a label the colour of a side. */
    private static String styleClass(Side side) {
        return switch (side) {
            case GENERATOR -> "of-generator";
            case DISCRIMINATOR -> "of-discriminator";
        };
    }

    /** A curve's name, and where its line ends if there is one. */
    static String text(Smoothed curve, Words words) {
        String name = curve.trace().name();
        double value = curve.newest();
        return Double.isFinite(value)
                ? name + " " + words.figure(value, Math.min(2, curve.trace().source().decimals()))
                : name;
    }
}
