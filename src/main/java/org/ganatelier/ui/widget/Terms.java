package org.ganatelier.ui.widget;

import javafx.collections.ObservableMap;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.ganatelier.text.Term;
import org.ganatelier.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The words of the field in the window. A panel says {@code Terms.on(label, "logit", words)}, after
 * {@link Hints#on} where the label has a hint of its own: a tooltip then says in two sentences what
 * a logit is, or ends with the way to that, and F1 opens the glossary at it. FX thread only.
 */
public final class Terms {
    private static final String TERM = Terms.class.getName();
    private static final String OPENER = TERM + ".opener";

    private Terms() {}

    /**
     * Lets a node explain a term. A hint that it has already stays, and says that F1 tells more.
     *
     * @param id of a term of the glossary
     * @throws IllegalArgumentException once it is pointed at, where there is no such term
     */
    public static void on(Node node, String id, Words words) {
        mark(node, id);
        Tooltip tooltip = Hints.at(node).orElseGet(() -> defining(Hints.on(node, ""), id, words));
        lead(tooltip, words);
    }

    /** Lets F1 explain a term where a node is, without a word about it. */
    public static void mark(Node node, String id) {
        node.getProperties().put(TERM, id);
    }

    /** The same as {@link #on(Node, String, Words)} of a tab, whose tooltip stays. */
    public static void on(Tab tab, String id, Words words) {
        tab.getProperties().put(TERM, id);
        if (tab.getTooltip() == null) {
            tab.setTooltip(defining(Hints.of(""), id, words));
        }
        lead(tab.getTooltip(), words);
    }

    /** The term that a node explains. */
    public static Optional<String> of(Node node) {
        return !node.hasProperties()
                ? Optional.empty()
                : in(node.getProperties())
                        // Of the head of a tab.
                        .or(
                                () ->
                                        node.getProperties().get(Tab.class) instanceof Tab tab
                                                ? in(tab.getProperties())
                                                : Optional.empty());
    }

    /** The term that the mouse is over, or else that the keyboard is at. */
    public static Optional<String> at(Scene scene) {
        return hovered(scene.getRoot()).or(() -> around(scene.getFocusOwner()));
    }

    /** Says what opens the glossary of a window. */
    public static void openWith(Scene scene, Consumer<String> opener) {
        scene.getProperties().put(OPENER, opener);
    }

    /** Opens the glossary of the window of a node at a term. */
    @SuppressWarnings("unchecked") // only openWith() puts something there
    public static void open(Node node, String id) {
        for (Window window = node.getScene().getWindow(); window != null; ) {
            if (window.getScene().getProperties().get(OPENER) instanceof Consumer<?> opener) {
                ((Consumer<String>) opener).accept(id);
                return;
            }
            window =
                    switch (window) {
                        case PopupWindow popup -> popup.getOwnerWindow();
                        case Stage stage -> stage.getOwner();
                        default -> null;
                    };
        }
    }

    private static Tooltip defining(Tooltip tooltip, String id, Words words) {
        // The glossary is read when somebody first wants to know.
        tooltip.setOnShowing(
                _ -> {
                    Term term = words.glossary().term(id);
                    tooltip.setText(term.title() + "\n" + term.brief());
                });
        return tooltip;
    }

    private static void lead(Tooltip tooltip, Words words) {
        var more = new Label(words.say("term.more"));
        more.getStyleClass().add("term-more");
        tooltip.setGraphic(more);
        tooltip.setContentDisplay(ContentDisplay.BOTTOM);
    }

    private static Optional<String> hovered(Node node) {
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable().reversed()) {
                Optional<String> found = child.isHover() ? hovered(child) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return of(node);
    }

    private static Optional<String> around(@Nullable Node node) {
        return node == null ? Optional.empty() : of(node).or(() -> around(node.getParent()));
    }

    private static Optional<String> in(ObservableMap<Object, Object> properties) {
        return Optional.ofNullable((String) properties.get(TERM));
    }
}
