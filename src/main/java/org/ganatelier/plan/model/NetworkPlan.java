package org.ganatelier.plan.model;

import org.ganatelier.experiment.basics.Shape;

import java.util.List;
import java.util.Optional;

/**
 * A stack with its shapes.
 *
 * @param input shape of one sample of the network's input, a label that is joined to it included
 * @param labels how the network is told the class of a sample
 */
public record NetworkPlan(Shape input, List<LayerPlan> layers, LabelUse labels) {
    public NetworkPlan {
        layers = List.copyOf(layers);
    }

    /** Of a network that is told no labels. */
    public NetworkPlan(Shape input, List<LayerPlan> layers) {
        this(input, layers, new LabelUse.None());
    }

    /** The shape of what the network makes; empty where a problem leaves it unknown. */
    public Optional<Shape> output() {
        return layers.isEmpty() ? Optional.of(input) : layers.getLast().output();
    }

    /** The sum over the layers, at most {@link Long#MAX_VALUE}. */
    public long parameterCount() {
        return Count.sum(layers.stream().mapToLong(LayerPlan::parameterCount).toArray());
    }

    /** Multiplications of a weight with a value for one sample. */
    public long multiplyAdds() {
        return Count.sum(layers.stream().mapToLong(LayerPlan::multiplyAdds).toArray());
    }
}
