package org.ganatelier.exchange.keras.script;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.model.LayerPlan;

import java.util.List;
import java.util.Optional;

/**
 * Where values of a vector must be moved because Keras's images have their channels last: wherever
 * an image becomes a vector, or the reverse, and no dense layer on the way can have its weights in
 * another order instead.
 */
public final class Moves {
    private final List<LayerPlan> layers;

    public Moves(List<LayerPlan> layers) {
        this.layers = layers;
    }

    /** Whether the layer, whose shapes are known, must move the values itself. */
    public boolean at(int index) {
        LayerPlan layer = layers.get(index);
        if (!reshapes(layer)) {
            return false;
        }
        Optional<Shape.Image> before = image(layer.input());
        Optional<Shape.Image> after = image(layer.output());
        if (before.isPresent() && after.isPresent()) {
            return !before.equals(after);
        }
        return before.filter(image -> hasOrder(image) && !isTaken(index + 1, image)).isPresent()
                || after.filter(image -> hasOrder(image) && !isGiven(index - 1, image)).isPresent();
    }

    private static boolean reshapes(LayerPlan layer) {
        return layer.layer() instanceof Flatten || layer.layer() instanceof Reshape;
    }

    /** Whether it matters what comes first. */
    private static boolean hasOrder(Shape.Image image) {
        return image.channels() > 1 && image.height() * (long) image.width() > 1;
    }

    private boolean isTaken(int from, Shape.Image image) {
        for (LayerPlan layer : layers.subList(from, layers.size())) {
            if (layer.layer() instanceof Dense) {
                return true;
            }
            if (layer.layer() instanceof MinibatchStdDev) {
                return false;
            }
            if (layer.layer() instanceof Reshape(Shape.Image target)) {
                return target.equals(image);
            }
        }
        return false;
    }

    private boolean isGiven(int to, Shape.Image image) {
        for (LayerPlan layer : layers.subList(0, to + 1).reversed()) {
            if (layer.layer() instanceof Dense) {
                return true;
            }
            if (layer.layer() instanceof MinibatchStdDev) {
                return false;
            }
            if (image(layer.input()).isPresent()) {
                return reshapes(layer) && image(layer.input()).get().equals(image);
            }
        }
        return false;
    }

    private static Optional<Shape.Image> image(Optional<Shape> shape) {
        return shape.flatMap(
                s -> s instanceof Shape.Image image ? Optional.of(image) : Optional.empty());
    }
}
