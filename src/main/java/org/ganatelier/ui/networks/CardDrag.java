package org.ganatelier.ui.networks;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.util.Duration;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Problem.Place;

import java.util.List;
import java.util.Optional;

/**
 * Moves cards by the mouse, within a stack and into the other. A line shows where the card would
 * go; near the edge of a stack it scrolls. FX thread only.
 */
final class CardDrag {
    /** A hand that clicks trembles by less than this, in pixels. */
    private static final double THRESHOLD = 6;

    /** So near to the edge of a stack, in pixels, it scrolls, by so many pixels a tick. */
    private static final double EDGE = 28;

    private static final double SCROLL = 6;
    private static final Duration TICK = Duration.millis(25);

    private final Pane overlay;
    private final List<StackView> stacks;
    private final Dropped dropped;
    private final ImageView ghost = new ImageView();
    private final Timeline scrolling = new Timeline(new KeyFrame(TICK, event -> scroll()));
    private Optional<Point2D> pressed = Optional.empty();
    private Point2D mouse = Point2D.ZERO;
    private Optional<LayerCard> dragged = Optional.empty();

    /** Receives the end of a drag. */
    interface Dropped {
        /** A card was dropped into a gap of a stack. */
        void into(Place.Layer from, Side side, int gap);
    }

    private record Gap(StackView stack, int index) {}

    CardDrag(Pane overlay, List<StackView> stacks, Dropped dropped) {
        this.overlay = overlay;
        this.stacks = stacks;
        this.dropped = dropped;
        scrolling.setCycleCount(Animation.INDEFINITE);
        ghost.setManaged(false);
        ghost.setMouseTransparent(true);
        ghost.getStyleClass().add("networks-ghost");
    }

    /** Lets a card be dragged. */
    void attach(LayerCard card) {
        card.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> pressed = Optional.of(new Point2D(event.getSceneX(), event.getSceneY())));
        card.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(card, event));
        card.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> release());
    }

    /**
     * Leaves the card where it was, until the mouse is pressed again; whether there was something
     * to leave.
     */
    boolean cancel() {
        boolean going = dragged.isPresent();
        // A press alone stays: it may be what ended the edit of a field.
        if (going) {
            end();
        }
        return going;
    }

    private void drag(LayerCard card, MouseEvent event) {
        mouse = new Point2D(event.getSceneX(), event.getSceneY());
        boolean begins =
                dragged.isEmpty()
                        && event.getButton() == MouseButton.PRIMARY
                        && card.isOnFace(event)
                        && pressed.filter(at -> mouse.distance(at) > THRESHOLD).isPresent();
        if (begins) {
            begin(card);
        }
        if (dragged.isPresent()) {
            event.consume();
            follow();
        }
    }

    private void begin(LayerCard card) {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        ghost.setImage(card.snapshot(parameters, null));
        overlay.getChildren().add(ghost);
        card.setDragged(true);
        dragged = Optional.of(card);
        scrolling.play();
    }

    private void release() {
        Optional<LayerCard> card = dragged;
        Optional<Gap> gap = gap();
        end();
        card.ifPresent(c -> gap.ifPresent(g -> dropped.into(c.at(), g.stack.side(), g.index)));
    }

    private void end() {
        scrolling.stop();
        overlay.getChildren().remove(ghost);
        stacks.forEach(stack -> stack.showDropLine(Optional.empty()));
        dragged.ifPresent(card -> card.setDragged(false));
        dragged = Optional.empty();
        pressed = Optional.empty();
    }

    private void follow() {
        Point2D corner = overlay.sceneToLocal(mouse);
        Bounds picture = ghost.getLayoutBounds();
        ghost.relocate(corner.getX() - picture.getWidth() / 2, corner.getY() + THRESHOLD);
        Optional<Gap> gap = gap();
        for (StackView stack : stacks) {
            stack.showDropLine(gap.filter(g -> g.stack == stack).map(Gap::index));
        }
    }

    /** Where the card would go now; nowhere outside the stacks. */
    private Optional<Gap> gap() {
        return under().map(stack -> new Gap(stack, stack.gapAt(mouse.getY())));
    }

    private Optional<StackView> under() {
        return stacks.stream()
                .filter(stack -> stack.localToScene(stack.getLayoutBounds()).contains(mouse))
                .findFirst();
    }

    private void scroll() {
        under().ifPresent(
                        stack -> {
                            StackScroll scroll = stack.scroll();
                            Bounds bounds = scroll.localToScene(scroll.getLayoutBounds());
                            if (mouse.getY() < bounds.getMinY() + EDGE) {
                                scroll.scrollBy(-SCROLL);
                            } else if (mouse.getY() > bounds.getMaxY() - EDGE) {
                                scroll.scrollBy(SCROLL);
                            }
                            follow();
                        });
    }
}
