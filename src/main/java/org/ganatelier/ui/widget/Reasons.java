package org.ganatelier.ui.widget;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

import org.controlsfx.control.action.Action;

import java.util.Map;
import java.util.Optional;

/**
 * What cannot be used says why. Nothing in the window is disabled in another way than here, and
 * here only by a reason: a sentence for the user, empty while the control can be used. {@link
 * ReasonTip} shows it. FX thread only.
 */
public final class Reasons {
    /** Actions hand their properties on to the buttons and menu items that are made of them. */
    private static final String KEY = Reasons.class.getName();

    private Reasons() {}

    /** Disables a command, and all that is made of it, as long as there is a reason. */
    public static void disable(Action action, ObservableValue<Optional<String>> reason) {
        action.getProperties().put(KEY, reason);
        action.disabledProperty().bind(reason.map(Optional::isPresent));
    }

    /** Disables a command as long as another one, for the same reason. */
    public static void disableAs(Action action, Action other) {
        action.getProperties().put(KEY, other.getProperties().get(KEY));
        action.disabledProperty().bind(other.disabledProperty());
    }

    /** Disables a control as long as there is a reason. */
    public static void disable(Node node, ObservableValue<Optional<String>> reason) {
        node.getProperties().put(KEY, reason);
        node.disableProperty().bind(reason.map(Optional::isPresent));
    }

    /** Disables a control if there is a reason, until it is told otherwise. */
    public static void disable(Node node, Optional<String> reason) {
        node.getProperties().put(KEY, new SimpleObjectProperty<>(reason));
        node.setDisable(reason.isPresent());
    }

    /** Disables a line of a menu if there is a reason, until it is told otherwise. */
    public static void disable(MenuItem item, Optional<String> reason) {
        item.getProperties().put(KEY, new SimpleObjectProperty<>(reason));
        item.setDisable(reason.isPresent());
    }

    /** Disables a control as long as a command, for the same reason. */
    public static void disableAs(Node node, Action action) {
        node.getProperties().put(KEY, action.getProperties().get(KEY));
        node.disableProperty().bind(action.disabledProperty());
    }

    /** Why a command cannot be used now; empty while it can be. */
    public static Optional<String> of(Action action) {
        return in(action.getProperties());
    }

    /** Why a control cannot be used now; empty while it can be. */
    public static Optional<String> of(Node node) {
        return node.hasProperties() ? in(node.getProperties()) : Optional.empty();
    }

    /** Why a line of a menu cannot be used now; empty while it can be. */
    public static Optional<String> of(MenuItem item) {
        return in(item.getProperties());
    }

    private static Optional<String> in(Map<Object, Object> properties) {
        return properties.get(KEY) instanceof ObservableValue<?> reason
                        && reason.getValue() instanceof Optional<?> now
                ? now.map(String.class::cast)
                : Optional.empty();
    }
}
