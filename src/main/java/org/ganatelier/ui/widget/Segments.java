package org.ganatelier.ui.widget;

import atlantafx.base.theme.Styles;

import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import java.util.List;

/**
 * One of a few, side by side, always all to be seen. FX thread only.
 *
 * @param <T> of what one is chosen
 */
public final class Segments<T> extends HBox {
    /**
     * One of them.
     *
     * @param id of its button
     * @param hint more words; may be empty
     */
    public record Choice<T>(T value, String id, String title, String hint) {}

    /**
     * @param chosen is shown, and set by a click or a key
     * @param choices at least two
     */
    public Segments(Property<T> chosen, List<Choice<T>> choices) {
        getStyleClass().add("segments");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (Choice<T> choice : choices) {
            ToggleButton button = button(choice);
            button.getStyleClass()
                    .add(
                            choice.equals(choices.getFirst())
                                    ? Styles.LEFT_PILL
                                    : choice.equals(choices.getLast())
                                            ? Styles.RIGHT_PILL
                                            : Styles.CENTER_PILL);
            button.setToggleGroup(group);
            // A second click takes nothing back: one is always chosen.
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        chosen.setValue(choice.value());
                    });
            Live.on(this, chosen).subscribe(now -> button.setSelected(choice.value().equals(now)));
            getChildren().add(button);
        }
    }

    private static ToggleButton button(Choice<?> choice) {
        var button = new ToggleButton(choice.title());
        button.setId(choice.id());
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        if (!choice.hint().isEmpty()) {
            Hints.on(button, choice.hint());
            button.setAccessibleHelp(choice.hint());
        }
        return button;
    }
}
