package org.ganatelier.plan.model;

import org.ganatelier.experiment.basics.Shape;

import java.util.List;
import java.util.Optional;

/**
 * A stack with its shapes.
 *
 * @param input shape of one sample of the network's input, a label that is joined to it included
 * @param labels how the network is told the class of a sample
 * @param spectra whether convolutions may be computed as products of spectra, which takes memory:
 *     {@link Spectrum} tells where that pays
 */
public record NetworkPlan(Shape input, List<LayerPlan> layers, LabelUse labels, boolean spectra) {
    public NetworkPlan {
        layers = List.copyOf(layers);
    }

    /** Of a network that stands alone: it has room for spectra. */
    public NetworkPlan(Shape input, List<LayerPlan> layers, LabelUse labels) {
        this(input, layers, labels, true);
    }

    /** Of one that is told no labels, either. */
    public NetworkPlan(Shape input, List<LayerPlan> layers) {
        this(input, layers, new LabelUse.None());
    }

    /** The same network, computed in less memory. */
    public NetworkPlan withoutSpectra() {
        return new NetworkPlan(input, layers, labels, false);
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
