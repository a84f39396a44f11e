package org.ganatelier.ui.layers;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Plan;

import java.util.List;
import java.util.Optional;

/**
 * A place in a stack where a layer is about to be put.
 *
 * @param input shape of what arrives there, where it is known
 * @param before the layer in front of it, if there is one
 * @param after the layer behind it, if there is one
 * @param data shape of one real sample, a vector as an image of one pixel
 */
public record Site(
        Side side,
        Optional<Shape> input,
        Optional<LayerSpec> before,
        Optional<LayerSpec> after,
        Shape.Image data) {

    /** The place in front of the layer at {@code index}; {@code index == size} is the end. */
    public static Site of(Plan plan, Side side, int index) {
        NetworkPlan network = plan.network(side);
        List<LayerPlan> layers = network.layers();
        return new Site(
                side,
                index == 0 ? Optional.of(network.input()) : layers.get(index - 1).output(),
                index == 0 ? Optional.empty() : Optional.of(layers.get(index - 1).layer()),
                index == layers.size() ? Optional.empty() : Optional.of(layers.get(index).layer()),
                plan.experiment().data().shape().asImage());
    }

    boolean atEnd() {
        return after.isEmpty();
    }
}
