package org.ganatelier.ui.images;

import atlantafx.base.theme.Styles;

import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.ColourKey;
import org.ganatelier.ui.widget.HeatColours;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.OutputColours;
import org.ganatelier.ui.widget.Row;

import java.util.List;
import java.util.stream.DoubleStream;

/** What of D's opinion is shown with the images, and what its colours mean. FX thread only. */
final class EyeBar extends FlowPane {
    private static final PseudoClass UPRIGHT = PseudoClass.getPseudoClass("upright");

    private final Words words;
    private final List<Row> parts;

    /** Kept: it hears of what it follows only while somebody has it. */
    private final ObservableValue<OutputEnds> ends;

    EyeBar(EyeChoices choices, ObservableValue<OutputEnds> ends, Words words) {
        this.words = words;
        this.ends = ends;
        getStyleClass().add("eye-bar");
        var outputs = new ColourKey(OutputColours::of);
        outputs.setId("images-eye-key");
        this.ends.subscribe(now -> outputs.say(now.low(), now.high()));
        Hints.on(outputs, words.say("eye.key.meaning"));
        var heat = new ColourKey(place -> HeatColours.of((float) (2 * place - 1)));
        heat.say(words.say("eye.heat.darker"), words.say("eye.heat.brighter"));
        Hints.on(heat, words.say("eye.heat.meaning"));
        showWith(outputs, choices.borders);
        showWith(heat, choices.heat);
        var toggles =
                new Row(
                        toggle("eye.borders", "images-eye-borders", choices.borders),
                        toggle("eye.heat", "images-eye-heat", choices.heat),
                        toggle("eye.sort", "images-eye-sort", choices.sorted));
        toggles.getStyleClass().add("eye-toggles");
        parts = List.of(toggles, outputs, heat);
        getChildren().addAll(parts);
        setMaxHeight(USE_PREF_SIZE);
    }

    /**
     * What stands at the ends of the scale of D(x).
     *
     * @param low at the end of generated images
     * @param high at that of real ones
     */
    record OutputEnds(String low, String high) {}

    /** The width at which all of it stands side by side, however it stands now. */
    double oneRow() {
        List<Row> seen = parts.stream().filter(Node::isManaged).toList();
        double all = seen.stream().mapToDouble(EyeBar::row).sum();
        double gaps = getHgap() * (seen.size() - 1);
        return Math.ceil(snappedLeftInset() + all + gaps + snappedRightInset());
    }

    /** The width at which all of it stands one below the other, however it stands now. */
    double oneColumn() {
        double widest = widths().max().orElse(0);
        return Math.ceil(snappedLeftInset() + widest + snappedRightInset());
    }

    /** About how high it is above images of a width, however it stands now. */
    double lines(double width) {
        double line =
                parts.getFirst().getChildren().stream()
                        .mapToDouble(node -> node.prefHeight(-1))
                        .max()
                        .orElse(0);
        int lines = oneRow() <= width ? 1 : 2;
        return snappedTopInset() + lines * line + snappedBottomInset();
    }

    private DoubleStream widths() {
        return parts.stream()
                .filter(Node::isManaged)
                .flatMap(part -> part.getChildren().stream())
                .mapToDouble(node -> node.prefWidth(-1));
    }

    private static double row(Row part) {
        double all = part.getChildren().stream().mapToDouble(node -> node.prefWidth(-1)).sum();
        return all + part.getHgap() * (part.getChildren().size() - 1);
    }

    /** Stands beside the images, one part below the other, or else above them. */
    void stand(boolean upright) {
        Orientation way = upright ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        if (getOrientation() != way) {
            setOrientation(way);
            parts.forEach(part -> part.setOrientation(way));
            pseudoClassStateChanged(UPRIGHT, upright);
        }
    }

    private static void showWith(Node key, BooleanProperty chosen) {
        key.visibleProperty().bind(chosen);
        key.managedProperty().bind(chosen);
    }

    private ToggleButton toggle(String key, String id, BooleanProperty chosen) {
        var button = new ToggleButton(words.say(key));
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        String hint = words.say(key + ".meaning");
        Hints.on(button, hint);
        button.setAccessibleHelp(hint);
        button.selectedProperty().bindBidirectional(chosen);
        return button;
    }
}
