package org.ganatelier.ui.objective;

import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.ganatelier.text.Words;
import org.ganatelier.ui.widget.Hints;
import org.ganatelier.ui.widget.Terms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A few things to choose one from. The one that is looked at, by pointing at it or with the focus,
 * is told; else the one that is chosen. FX thread only.
 */
final class Choices<T> extends VBox {
    private final Map<T, RadioButton> buttons = new LinkedHashMap<>();
    private final Consumer<T> looked;
    private T chosen;

    /**
     * What a choice is called.
     *
     * @param meaning one sentence
     * @param details for who cannot see what is told of the one looked at
     * @param term of the glossary
     */
    record Option(String title, String meaning, String details, String term) {}

    /**
     * @param options what each is called, in the order of the list
     * @param choice receives the one that the user chooses
     * @param looked receives the one that is looked at
     */
    Choices(Map<T, Option> options, T first, Consumer<T> choice, Consumer<T> looked, Words words) {
        this.looked = looked;
        chosen = first;
        getStyleClass().add("objective-kind-list");
        var group = new ToggleGroup();
        options.forEach((one, its) -> buttons.put(one, button(one, its, group, choice, words)));
        getChildren().addAll(buttons.values());
        // Before the buttons, which would choose whatever the arrows pass.
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    }

    private RadioButton button(
            T one, Option option, ToggleGroup group, Consumer<T> choice, Words words) {
        var button = new RadioButton(option.title());
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.setAccessibleHelp(option.details());
        Hints.on(button, option.meaning());
        Terms.on(button, option.term(), words);
        button.setOnAction(_ -> choice.accept(one));
        button.hoverProperty().addListener(_ -> tell());
        button.focusedProperty().addListener(_ -> tell());
        return button;
    }

    void show(T one) {
        chosen = one;
        of(one).setSelected(true);
        tell();
    }

    void focus() {
        of(chosen).requestFocus();
    }

    private RadioButton of(T one) {
        return Objects.requireNonNull(buttons.get(one));
    }

    /** The mouse goes before the keyboard. */
    private void tell() {
        looked.accept(lookedAt(Node::isHover).or(() -> lookedAt(Node::isFocused)).orElse(chosen));
    }

    private Optional<T> lookedAt(Predicate<RadioButton> by) {
        return buttons.entrySet().stream()
                .filter(each -> by.test(each.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void walk(KeyEvent event) {
        if (!(event.getTarget() instanceof RadioButton button)) {
            return;
        }
        List<RadioButton> all = List.copyOf(buttons.values());
        int at = all.indexOf(button);
        switch (event.getCode()) {
            case UP -> focus(event, all, at - 1);
            case DOWN -> focus(event, all, at + 1);
            case ENTER -> {
                event.consume();
                button.fire();
            }
            default -> {}
        }
    }

    private static void focus(KeyEvent event, List<RadioButton> all, int at) {
        event.consume();
        all.get(Math.clamp(at, 0, all.size() - 1)).requestFocus();
    }
}
