package org.ganatelier.ui.networks;

import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.ganatelier.spec.Objective;
import org.ganatelier.ui.widget.Hints;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The kinds of objectives to choose from. The one that is looked at, by pointing at it or with the
 * focus, is explained below; else the one that is chosen. FX thread only.
 */
final class KindChooser extends VBox {
    private final Map<Objective.Kind, RadioButton> buttons = new EnumMap<>(Objective.Kind.class);
    private final FormulaBox formulas = new FormulaBox();
    private Objective.Kind chosen = Objective.Kind.NON_SATURATING;

    /**
     * @param choice receives the kind that the user chooses
     */
    KindChooser(Consumer<Objective.Kind> choice) {
        getStyleClass().add("objective-kinds");
        var group = new ToggleGroup();
        var list = new VBox();
        list.getStyleClass().add("objective-kind-list");
        for (Objective.Kind kind : Objective.Kind.values()) {
            var button = new RadioButton(kind.title());
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAccessibleHelp(ObjectiveTexts.hint(new Objective(kind)));
            Hints.on(button, kind.meaning());
            button.setOnAction(_ -> choice.accept(kind));
            button.hoverProperty().subscribe(this::explain);
            button.focusedProperty().subscribe(this::explain);
            buttons.put(kind, button);
        }
        list.getChildren().addAll(buttons.values());
        // Before the buttons, which would choose whatever the arrows pass.
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        getChildren().addAll(list, formulas);
    }

    void show(Objective.Kind kind) {
        chosen = kind;
        button(kind).setSelected(true);
        explain();
    }

    void focus() {
        button(chosen).requestFocus();
    }

    private RadioButton button(Objective.Kind kind) {
        return Objects.requireNonNull(buttons.get(kind));
    }

    /** The mouse goes before the keyboard. */
    private void explain() {
        formulas.show(lookedAt(Node::isHover).or(() -> lookedAt(Node::isFocused)).orElse(chosen));
    }

    private Optional<Objective.Kind> lookedAt(Predicate<RadioButton> by) {
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
