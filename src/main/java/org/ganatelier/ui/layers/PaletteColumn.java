package org.ganatelier.ui.layers;

import javafx.css.PseudoClass;
import javafx.event.EventTarget;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.ganatelier.ui.widget.Hints;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Groups of layers below each other, of which some may be left out. FX thread only. */
final class PaletteColumn extends VBox {
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");

    private final Map<Label, List<Choice>> groups = new LinkedHashMap<>();

    /** A layer as a button. */
    static final class Choice extends Button {
        private final Palette.Entry entry;

        Choice(Palette.Entry entry, Consumer<Palette.Entry> chosen) {
            super(entry.title(), new FontIcon(entry.icon()));
            this.entry = entry;
            getStyleClass().add("networks-palette-entry");
            setMaxWidth(Double.MAX_VALUE);
            setAlignment(Pos.CENTER_LEFT);
            setAccessibleHelp(entry.sentence());
            Hints.on(this, entry.sentence());
            setOnAction(_ -> chosen.accept(entry));
        }

        Palette.Entry entry() {
            return entry;
        }
    }

    /**
     * @param chosen receives the choice
     * @param looked receives the one that is looked at
     */
    PaletteColumn(
            List<Palette.Group> shown,
            Consumer<Palette.Entry> chosen,
            Consumer<Palette.Entry> looked) {
        getStyleClass().add("networks-palette-column");
        for (Palette.Group group : shown) {
            var heading = new Label(group.title());
            heading.getStyleClass().add("networks-palette-group");
            List<Choice> choices =
                    group.entries().stream().map(entry -> new Choice(entry, chosen)).toList();
            choices.forEach(choice -> tell(choice, looked));
            groups.put(heading, choices);
        }
        leave(_ -> true);
    }

    /** Leaves the layers that fit, and the headings of those. */
    void leave(Predicate<Palette.Entry> fitting) {
        var nodes = new ArrayList<Node>();
        groups.forEach(
                (heading, choices) -> {
                    List<Choice> some =
                            choices.stream().filter(c -> fitting.test(c.entry())).toList();
                    if (!some.isEmpty()) {
                        nodes.add(heading);
                        nodes.addAll(some);
                    }
                });
        getChildren().setAll(nodes);
    }

    /** Marks what Enter would take, if it is here. */
    void markNext(Optional<Choice> next) {
        left().forEach(
                        choice ->
                                choice.pseudoClassStateChanged(
                                        NEXT, next.filter(choice::equals).isPresent()));
    }

    /** Whether a layer has a text in its name. */
    boolean hasName(String part) {
        return groups.values().stream()
                .flatMap(List::stream)
                .anyMatch(c -> c.entry().title().toLowerCase(Locale.ROOT).contains(part));
    }

    /** What is left, from above. */
    List<Choice> left() {
        return getChildren().stream()
                .filter(Choice.class::isInstance)
                .map(Choice.class::cast)
                .toList();
    }

    /** The place of what has an event among those left; -1 for none. */
    int row(EventTarget target) {
        return target instanceof Choice choice ? left().indexOf(choice) : -1;
    }

    private static void tell(Choice choice, Consumer<Palette.Entry> looked) {
        choice.hoverProperty().subscribe(over -> tell(over, choice, looked));
        choice.focusedProperty().subscribe(focused -> tell(focused, choice, looked));
    }

    private static void tell(boolean now, Choice choice, Consumer<Palette.Entry> looked) {
        if (now) {
            looked.accept(choice.entry());
        }
    }
}
