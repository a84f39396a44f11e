package org.ganatelier.ui.images;

import atlantafx.base.theme.Styles;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/**
 * Whether images are made with the moving average of G's weights or with the weights as they are.
 */
final class WeightsSwitch extends HBox {
    /**
     * @param raw true for the weights as they are
     */
    WeightsSwitch(BooleanProperty raw) {
        getStyleClass().add("weights-switch");
        var averaged =
                button(
                        "averaged",
                        Styles.LEFT_PILL,
                        "Images made with a moving average of the generator's weights: calmer, and"
                                + " most often better");
        var plain =
                button(
                        "raw",
                        Styles.RIGHT_PILL,
                        "Images made with the generator's weights as they are after the last"
                                + " update");
        var group = new ToggleGroup();
        group.getToggles().addAll(averaged, plain);
        raw.subscribe(is -> (is ? plain : averaged).setSelected(true));
        averaged.setOnAction(_ -> choose(averaged, raw, false));
        plain.setOnAction(_ -> choose(plain, raw, true));
        getChildren().addAll(averaged, plain);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** A second click takes nothing back: one of the two is always chosen. */
    private static void choose(ToggleButton button, BooleanProperty raw, boolean is) {
        button.setSelected(true);
        raw.set(is);
    }

    private static ToggleButton button(String text, String place, String hint) {
        var button = new ToggleButton(text);
        button.getStyleClass().addAll(place, Styles.SMALL);
        button.setTooltip(new Tooltip(hint));
        button.setAccessibleHelp(hint);
        return button;
    }
}
