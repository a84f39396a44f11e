package org.ganatelier.ui.widget;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.geometry.Point3D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says why a control cannot be used, where the mouse rests on it: such a control hears no mouse and
 * shows no tooltip of its own. It watches a window, its dialogs and its menus. FX thread only.
 */
public final class ReasonTip {
    /** Below and beside the pointer, in pixels, so that it hides nothing. */
    private static final double ASIDE = 12;

    private final Window window;
    private final Tooltip tip = Hints.of("");
    private final PauseTransition rest = new PauseTransition(tip.getShowDelay());
    private final EventHandler<MouseEvent> watcher = this::look;

    /** Held here alone: a tip that was replaced hears nothing more. */
    private final ListChangeListener<Window> follower = this::follow;

    private Optional<Node> under = Optional.empty();
    private Point2D pointer = Point2D.ZERO;

    private ReasonTip(Window window) {
        this.window = window;
        tip.getStyleClass().add("reason-tip");
        rest.setOnFinished(_ -> show());
        look(window);
        ObservableList<Window> windows = Window.getWindows();
        windows.addListener(new WeakListChangeListener<>(follower));
    }

    /**
     * Explains the controls of a window, and of what opens from it, as long as the window lives.
     */
    public static void watch(Window window) {
        window.getProperties().computeIfAbsent(ReasonTip.class, _ -> new ReasonTip(window));
    }

    private void follow(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().stream()
                    .filter(opened -> !opened.equals(tip) && comesFromOurs(opened))
                    .forEach(this::look);
            change.getRemoved()
                    .forEach(
                            closed -> {
                                if (!closed.equals(window)) {
                                    lookAway(closed);
                                }
                            });
        }
    }

    private void look(Window at) {
        at.addEventFilter(MouseEvent.MOUSE_MOVED, watcher);
        at.addEventFilter(MouseEvent.MOUSE_PRESSED, watcher);
        at.addEventFilter(MouseEvent.MOUSE_EXITED, watcher);
    }

    private void lookAway(Window from) {
        from.removeEventFilter(MouseEvent.MOUSE_MOVED, watcher);
        from.removeEventFilter(MouseEvent.MOUSE_PRESSED, watcher);
        from.removeEventFilter(MouseEvent.MOUSE_EXITED, watcher);
    }

    private boolean comesFromOurs(Window opened) {
        Window owner = opened;
        while (owner != null && !owner.equals(window)) {
            owner =
                    switch (owner) {
                        case PopupWindow popup -> popup.getOwnerWindow();
                        case Stage stage -> stage.getOwner();
                        default -> null;
                    };
        }
        return owner != null;
    }

    private void look(MouseEvent event) {
        pointer = new Point2D(event.getScreenX(), event.getScreenY());
        boolean stays = event.getEventType() == MouseEvent.MOUSE_MOVED;
        Optional<Node> found = stays ? disabledAt(event.getPickResult()) : Optional.empty();
        if (found.isEmpty() || !found.equals(under)) {
            tip.hide();
            rest.stop();
        }
        under = found;
        if (found.isPresent() && !tip.isShowing()) {
            rest.playFromStart();
        }
    }

    private void show() {
        under.filter(node -> node.getScene() != null)
                .ifPresent(
                        node ->
                                reason(node)
                                        .ifPresent(
                                                why -> {
                                                    tip.setText(text(node, why));
                                                    tip.show(
                                                            node,
                                                            pointer.getX() + ASIDE,
                                                            pointer.getY() + ASIDE);
                                                }));
    }

    /** What the control is for, then why it cannot be used. */
    private static String text(Node node, String why) {
        Tooltip own = node instanceof Control control ? control.getTooltip() : null;
        return own == null ? why : own.getText() + "\n" + why;
    }

    /**
     * The mouse picks the lines of a menu, but not a disabled control: that one is in front of what
     * is picked.
     */
    private static Optional<Node> disabledAt(PickResult picked) {
        Node hit = picked.getIntersectedNode();
        return hit == null
                ? Optional.empty()
                : Stream.iterate(hit, Objects::nonNull, Node::getParent)
                        .filter(node -> reason(node).isPresent())
                        .findFirst()
                        .or(() -> disabledIn(hit, hit.localToScene(picked.getIntersectedPoint())));
    }

    private static Optional<Node> disabledIn(Node node, Point3D atScene) {
        if (!(node instanceof Parent parent)) {
            return Optional.empty();
        }
        return parent.getChildrenUnmodifiable().reversed().stream()
                .filter(Node::isVisible)
                .filter(child -> child.contains(child.sceneToLocal(atScene.getX(), atScene.getY())))
                .flatMap(
                        child ->
                                reason(child).isPresent()
                                        ? Stream.of(child)
                                        : disabledIn(child, atScene).stream())
                .findFirst();
    }

    private static Optional<String> reason(Node node) {
        return Reasons.of(node).or(() -> ofLine(node));
    }

    /** Of the line of a menu that a node draws. */
    private static Optional<String> ofLine(Node node) {
        return node.getScene() != null && node.getScene().getWindow() instanceof ContextMenu menu
                ? menu.getItems().stream()
                        .filter(MenuItem::isDisable)
                        .filter(item -> node.equals(item.getStyleableNode()))
                        .flatMap(item -> Reasons.of(item).stream())
                        .findFirst()
                : Optional.empty();
    }
}
