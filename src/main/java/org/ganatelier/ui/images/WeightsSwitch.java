package org.ganatelier.ui.images;

import atlantafx.base.theme.Styles;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import org.ganatelier.session.WeightsShown;
import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Live;
import org.ganatelier.ui.widget.Terms;

/**
 * Whether images are made with the moving average of G's weights, with the weights as they are, or
 * both.
 */
final class WeightsSwitch extends HBox {
    WeightsSwitch(ObjectProperty<WeightsShown> shown, Words words) {
        getStyleClass().add("weights-switch");
        var group = new ToggleGroup();
        for (WeightsShown choice : WeightsShown.values()) {
            ToggleButton button = button(choice, words);
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

    private static ToggleButton button(WeightsShown choice, Words words) {
        return switch (choice) {
            case AVERAGED -> button("images.weights.averaged", Styles.LEFT_PILL, words);
            case RAW -> button("images.weights.raw", Styles.CENTER_PILL, words);
            case BOTH -> button("images.weights.both", Styles.RIGHT_PILL, words);
        };
    }

    private static ToggleButton button(String key, String place, Words words) {
        var button = new ToggleButton(words.say(key));
        String hint = words.say(key + ".meaning");
        button.getStyleClass().addAll(place, Styles.SMALL);
        Hints.on(button, hint);
        Terms.on(button, "moving-average", words);
        button.setAccessibleHelp(hint);
        return button;
    }
}
