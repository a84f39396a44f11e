package org.ganatelier.ui.networks;

import javafx.scene.input.KeyCode;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Problem.Place;

import java.util.Optional;
import java.util.function.ToIntFunction;

/** Where the arrow keys lead from a layer. */
final class CardOrder {
    private CardOrder() {}

    /**
     * The layer that a key leads to: up and down the stack, its first and last, or the same height
     * of the other stack; empty where the key means nothing or there is nothing on that side.
     *
     * @param size how many layers a stack has
     */
    static Optional<Place.Layer> from(Place.Layer at, KeyCode key, ToIntFunction<Side> size) {
        Side side = at.side();
        return switch (key) {
            case UP -> inside(side, at.index() - 1, size);
            case DOWN -> inside(side, at.index() + 1, size);
            case HOME -> inside(side, 0, size);
            case END -> inside(side, size.applyAsInt(side) - 1, size);
            case LEFT -> side == Side.DISCRIMINATOR ? across(at, size) : Optional.empty();
            case RIGHT -> side == Side.GENERATOR ? across(at, size) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Place.Layer> across(Place.Layer at, ToIntFunction<Side> size) {
        Side other = NetworksModel.other(at.side());
        return inside(other, Math.min(at.index(), size.applyAsInt(other) - 1), size);
    }

    private static Optional<Place.Layer> inside(Side side, int index, ToIntFunction<Side> size) {
        return index >= 0 && index < size.applyAsInt(side)
                ? Optional.of(new Place.Layer(side, index))
                : Optional.empty();
    }
}
