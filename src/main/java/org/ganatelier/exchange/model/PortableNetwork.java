package org.ganatelier.exchange.model;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.LabelUse;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.ParameterPlan;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network to hand to another program: what it computes in its inference mode.
 *
 * @param plan of a ready network
 * @param layers one for each of the plan's
 */
public record PortableNetwork(Side side, NetworkPlan plan, List<PortableLayer> layers) {
    static final String U = "u";

    private static final String WEIGHT = "weight";

    public PortableNetwork {
        layers = List.copyOf(layers);
    }

    /** A network that nobody has trained: it has no numbers. */
    public static PortableNetwork untrained(Plan plan, Side side) {
        return of(plan, side, _ -> Map.of());
    }

    /**
     * A trained network.
     *
     * @param weights which of the generator's, where the run keeps an average
     * @throws java.util.NoSuchElementException where the checkpoint lacks a parameter of the plan
     */
    public static PortableNetwork trained(
            Plan plan, Side side, Checkpoint checkpoint, Weights weights) {
        return of(plan, side, index -> arrays(plan, side, index, checkpoint, weights));
    }

    private interface Arrays {
        Map<String, float[]> of(int layer);
    }

    private static PortableNetwork of(Plan plan, Side side, Arrays arrays) {
        NetworkPlan network = plan.network(side);
        var layers = new ArrayList<PortableLayer>();
        for (int i = 0; i < network.layers().size(); i++) {
            layers.add(new PortableLayer(i, network.layers().get(i), arrays.of(i)));
        }
        return new PortableNetwork(side, network, layers);
    }

    private static Map<String, float[]> arrays(
            Plan plan, Side side, int index, Checkpoint checkpoint, Weights weights) {
        var arrays = new HashMap<String, float[]>();
        List<ParameterPlan> parameters = plan.network(side).layers().get(index).parameters();
        for (ParameterPlan parameter : parameters) {
            arrays.put(
                    parameter.name(),
                    checkpoint.values(side, index, parameter.name(), weights).orElseThrow());
        }
        float[] u = arrays.remove(U);
        if (u != null) {
            // The weight is the first of a layer's parameters.
            arrays.computeIfPresent(
                    WEIGHT, (_, values) -> SpectralNorm.divided(parameters.getFirst(), values, u));
        }
        return arrays;
    }

    /** Whether it has numbers. */
    public boolean isTrained() {
        return layers.stream()
                .allMatch(layer -> layer.parameters().isEmpty() || !layer.arrays().isEmpty());
    }

    /** Of one sample of its input without a label: noise, or what D looks at. */
    public Shape inputWithoutLabel() {
        return switch (plan.labels()) {
            case LabelUse.Joined(int classes) -> without(classes, plan.input());
            case LabelUse.None _, LabelUse.Projected _ -> plan.input();
        };
    }

    private static Shape without(int classes, Shape joined) {
        return switch (joined) {
            case Shape.Flat(int units) -> new Shape.Flat(units - classes);
            case Shape.Image(int height, int width, int channels) ->
                    new Shape.Image(height, width, channels - classes);
        };
    }
}
