package org.ganatelier.plan.model;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * How far the middle reaches: of D, a value of a layer back to the image; of G, a pixel of the
 * image back to a layer.
 *
 * @param rows that it depends on, from the first to the last
 * @param columns the same
 * @param of all that there is
 */
public record ReceptiveField(Side side, int rows, int columns, Shape.Image of) {
    /** Of larger images it would take too long to find out while somebody waits. */
    private static final int MOST_PLACES = 1 << 16;

    /**
     * The field of a layer; empty where shapes are unknown, or a layer of G has no places.
     *
     * @param index of the layer
     */
    public static Optional<ReceptiveField> of(NetworkPlan network, Side side, int index) {
        List<LayerPlan> layers = network.layers();
        List<LayerPlan> between =
                switch (side) {
                    case GENERATOR -> layers.subList(index + 1, layers.size());
                    case DISCRIMINATOR -> layers.subList(0, index + 1);
                };
        if (!between.stream().allMatch(ReceptiveField::isKnown)) {
            return Optional.empty();
        }
        Optional<Shape> own = layers.get(index).output();
        Optional<Shape> from = side == Side.GENERATOR ? own : Optional.of(network.input());
        Optional<Shape> to = side == Side.GENERATOR ? network.output() : own;
        return to.isPresent() && from.isPresent() && from.get() instanceof Shape.Image image
                ? Optional.of(of(side, image, Reach.inputs(between, middle(to.get()))))
                : Optional.empty();
    }

    private static boolean isKnown(LayerPlan layer) {
        return isKnown(layer.input()) && isKnown(layer.output());
    }

    private static boolean isKnown(Optional<Shape> shape) {
        return shape.filter(s -> s.size() <= Integer.MAX_VALUE && Reach.places(s) <= MOST_PLACES)
                .isPresent();
    }

    private static BitSet middle(Shape shape) {
        var middle = new BitSet();
        middle.set(
                switch (shape) {
                    case Shape.Image image ->
                            image.height() / 2 * image.width() + image.width() / 2;
                    case Shape.Flat _ -> 0;
                });
        return middle;
    }

    private static ReceptiveField of(Side side, Shape.Image image, BitSet places) {
        int width = image.width();
        if (places.isEmpty()) {
            return new ReceptiveField(side, 0, 0, image);
        }
        int top = places.nextSetBit(0) / width;
        int bottom = (places.length() - 1) / width;
        int left = places.stream().map(place -> place % width).min().orElse(0);
        int right = places.stream().map(place -> place % width).max().orElse(0);
        return new ReceptiveField(side, bottom - top + 1, right - left + 1, image);
    }
}
