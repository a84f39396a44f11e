package org.ganatelier.ui.images;

import atlantafx.base.theme.Styles;

import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.ColourKey;
import org.ganatelier.ui.widget.HeatColours;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.OutputColours;

import java.util.List;

/** What of D's opinion is shown with the images, and what its colours mean. FX thread only. */
final class EyeBar extends FlowPane {
    private final Words words;

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
                new HBox(
                        toggle("eye.borders", "images-eye-borders", choices.borders),
                        toggle("eye.heat", "images-eye-heat", choices.heat),
                        toggle("eye.sort", "images-eye-sort", choices.sorted));
        toggles.getStyleClass().add("eye-toggles");
        getChildren().addAll(toggles, outputs, heat);
        setMaxHeight(USE_PREF_SIZE);
    }

    /**
     * What stands at the ends of the scale of D(x).
     *
     * @param low at the end of generated images
     * @param high at that of real ones
     */
    record OutputEnds(String low, String high) {}

    /** The width at which all of it stands side by side. */
    double oneRow() {
        List<Node> seen = getManagedChildren();
        double gaps = getHgap() * (seen.size() - 1);
        double all = seen.stream().mapToDouble(node -> node.prefWidth(-1)).sum();
        return Math.ceil(snappedLeftInset() + all + gaps + snappedRightInset());
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
