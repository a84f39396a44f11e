package org.ganatelier.ui.images;

import atlantafx.base.theme.Styles;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.ganatelier.session.WeightsShown;
import org.ganatelier.ui.widget.Live;

/**
 * Whether images are made with the moving average of G's weights, with the weights as they are, or
 * both.
 */
final class WeightsSwitch extends HBox {
    WeightsSwitch(ObjectProperty<WeightsShown> shown) {
        getStyleClass().add("weights-switch");
        var group = new ToggleGroup();
        for (WeightsShown choice : WeightsShown.values()) {
            ToggleButton button = button(choice);
            button.setToggleGroup(group);
            // A second click takes nothing back: one is always chosen.
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        shown.set(choice);
                    });
            Live.on(this, shown).subscribe(now -> button.setSelected(now == choice));
            getChildren().add(button);
        }
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    private static ToggleButton button(WeightsShown choice) {
        return switch (choice) {
            case AVERAGED ->
                    button(
                            "averaged",
                            Styles.LEFT_PILL,
                            "Images made with a moving average of the generator's weights: calmer,"
                                    + " and most often better");
            case RAW ->
                    button(
                            "raw",
                            Styles.CENTER_PILL,
                            "Images made with the generator's weights as they are after the last"
                                    + " update");
            case BOTH ->
                    button(
                            "both",
                            Styles.RIGHT_PILL,
                            "Images of the same noise made with the average and with the weights as"
                                    + " they are, side by side");
        };
    }

    private static ToggleButton button(String text, String place, String hint) {
        var button = new ToggleButton(text);
        button.getStyleClass().addAll(place, Styles.SMALL);
        button.setTooltip(new Tooltip(hint));
        button.setAccessibleHelp(hint);
        return button;
    }
}
