package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.keras.script.Moves;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.model.LayerPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In which order Keras has the vectors between the layers of a network. Flatten and Reshape take
 * values as they lie, and images lie with the channels last there. A dense layer on the way can
 * have its weights in another order; where there is none, the values must be moved by a layer of
 * their own.
 */
final class FlatOrders {
    /**
     * One layer.
     *
     * @param in of the vector that comes in; of images, {@link FlatOrder#OURS}
     * @param moved whether layers of their own move the values, from or into our order
     * @param fits false where nothing brings the values into the order that the layer needs
     */
    record Step(FlatOrder in, FlatOrder out, boolean moved, boolean fits) {}

    private final List<LayerPlan> layers;
    private final List<Boolean> moved;

    private FlatOrders(List<LayerPlan> layers, List<Boolean> moved) {
        this.layers = layers;
        this.moved = moved;
    }

    /** For a network that is to be written: values are moved where nothing else helps. */
    static List<Step> written(List<LayerPlan> layers) {
        var moves = new Moves(layers);
        var moved = new ArrayList<Boolean>();
        for (int i = 0; i < layers.size(); i++) {
            moved.add(moves.at(i));
        }
        return new FlatOrders(layers, moved).steps();
    }

    /**
     * For a network that was read.
     *
     * @param moved whether the file moves the values at the layer of the same place
     */
    static List<Step> read(List<LayerPlan> layers, List<Boolean> moved) {
        return new FlatOrders(layers, moved).steps();
    }

    private static Optional<Shape.Image> image(Shape shape) {
        return shape instanceof Shape.Image image ? Optional.of(image) : Optional.empty();
    }

    private static boolean reshapes(LayerPlan layer) {
        return layer.layer() instanceof Flatten || layer.layer() instanceof Reshape;
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        FlatOrder now = FlatOrder.OURS;
        for (int i = 0; i < layers.size(); i++) {
            Step step = step(i, now);
            steps.add(step);
            now = step.out();
        }
        return steps;
    }

    private Step step(int index, FlatOrder in) {
        LayerPlan layer = layers.get(index);
        boolean here = moved.get(index);
        Shape before = layer.input().orElseThrow();
        Shape after = layer.output().orElseThrow();
        if (layer.layer() instanceof Dense) {
            return new Step(in, wanted(index + 1), false, true);
        }
        if (layer.layer() instanceof MinibatchStdDev) {
            return new Step(in, FlatOrder.OURS, false, in.equals(FlatOrder.OURS));
        }
        return reshapes(layer) ? reshaped(before, after, in, here) : new Step(in, in, false, true);
    }

    private static Step reshaped(Shape before, Shape after, FlatOrder in, boolean moved) {
        FlatOrder needed = image(after).map(FlatOrder::of).orElse(FlatOrder.OURS);
        FlatOrder given = image(before).map(FlatOrder::of).orElse(in);
        if (after instanceof Shape.Flat && before instanceof Shape.Flat) {
            return new Step(in, in, false, true);
        }
        if (after instanceof Shape.Flat) {
            return new Step(in, moved ? FlatOrder.OURS : given, moved, true);
        }
        boolean fits =
                moved
                        ? before instanceof Shape.Image || in.equals(FlatOrder.OURS)
                        : given.equals(needed);
        return new Step(in, FlatOrder.OURS, moved, fits);
    }

    /** In which order a dense layer gives its values. */
    private FlatOrder wanted(int from) {
        for (int i = from; i < layers.size(); i++) {
            if (layers.get(i).layer() instanceof Reshape(Shape.Image image)) {
                return moved.get(i) ? FlatOrder.OURS : FlatOrder.of(image);
            }
            if (layers.get(i).layer() instanceof Dense
                    || layers.get(i).layer() instanceof MinibatchStdDev) {
                return FlatOrder.OURS;
            }
        }
        return FlatOrder.OURS;
    }
}
