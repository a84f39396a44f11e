package org.ganatelier.ui.widget;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Values that a node follows only while it is in a scene. What outlives a view, such as the
 * session, is followed by way of these: a view that was replaced hears nothing more and is not kept
 * in memory. FX thread only.
 */
public final class Live {
    private Live() {}

    /**
     * A value as long as a node is in a scene. Before that it is the value at the time of this
     * call, and afterwards the last one that the node could hear of; a node that comes back hears
     * what changed meanwhile.
     */
    public static <T> ObservableValue<T> on(Node node, ObservableValue<T> value) {
        // Not isNotNull(): the scene's property would hold that weakly, and what was collected
        // before the node came into its scene would never be heard of.
        return value.when(node.sceneProperty().map(_ -> true).orElse(false));
    }

    /**
     * A value as long as a node is to be seen: in an open window, and not in a tab at the back. For
     * what is drawn anew with each value and of no use unseen.
     */
    public static <T> ObservableValue<T> whileSeen(Node node, ObservableValue<T> value) {
        return value.when(Shown.of(node));
    }

    /**
     * Holds something as long as a node is to be seen, so that it costs nothing unseen.
     *
     * @param what is held; when it changes, it is let go and held anew
     * @param hold begins to hold it, until the subscription ends
     */
    public static <T> void holdWhileSeen(
            Node node, ObservableValue<T> what, Function<T, Subscription> hold) {
        ObservableValue<Optional<T>> none = new SimpleObjectProperty<>(Optional.empty());
        Shown.of(node)
                .flatMap(seen -> seen ? what.map(Optional::of) : none)
                .subscribe(
                        new Consumer<>() {
                            private Subscription held = Subscription.EMPTY;

                            @Override
                            public void accept(Optional<T> now) {
                                held.unsubscribe();
                                held = now.map(hold).orElse(Subscription.EMPTY);
                            }
                        });
    }

    /** Whether a node is to be seen: in an open window, and not in a tab at the back. */
    public static ObservableValue<Boolean> seen(Node node) {
        return Shown.of(node);
    }
}
