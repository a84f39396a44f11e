package org.ganatelier.engine.gan;

import org.ganatelier.engine.layers.Parameter;
import org.ganatelier.engine.network.Network;
import org.ganatelier.engine.optimizer.Sums;
import org.ganatelier.train.dissection.LayerChange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures what an update does to each layer of a network. Owned by the training thread. */
final class LayerNorms {
    /** The trained parameters of each layer that has some, by its index in the plan. */
    private final Map<Integer, List<Parameter>> layers = new LinkedHashMap<>();

    private final Map<Parameter, float[]> before = new LinkedHashMap<>();
    private final Map<Integer, Double> gradients = new LinkedHashMap<>();

    LayerNorms(Network network) {
        for (Network.Named named : network.parameters()) {
            if (named.parameter().trained()) {
                String name = named.name();
                int layer = Integer.parseInt(name.substring(0, name.indexOf('.')));
                layers.computeIfAbsent(layer, _ -> new ArrayList<>()).add(named.parameter());
            }
        }
    }

    /** Gradients are complete; the update comes next. */
    void before() {
        layers.forEach(
                (layer, parameters) -> {
                    double squares = 0;
                    for (Parameter parameter : parameters) {
                        before.put(parameter, parameter.value().heap().clone());
                        squares += Sums.squares(parameter.gradient().heap());
                    }
                    gradients.put(layer, Math.sqrt(squares));
                });
    }

    /** What the update since {@link #before} did, first layer to last. */
    List<LayerChange> after() {
        var changes = new ArrayList<LayerChange>();
        layers.forEach(
                (layer, parameters) -> {
                    double moved = 0;
                    double weights = 0;
                    for (Parameter parameter : parameters) {
                        float[] old = before.getOrDefault(parameter, new float[0]);
                        moved += squaredDistance(old, parameter.value().heap());
                        weights += Sums.squares(old);
                    }
                    double gradient = gradients.getOrDefault(layer, Double.NaN);
                    changes.add(
                            new LayerChange(layer, gradient, Math.sqrt(moved), Math.sqrt(weights)));
                });
        return changes;
    }

    private static double squaredDistance(float[] from, float[] to) {
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            double moved = (double) to[i] - from[i];
            sum += moved * moved;
        }
        return sum;
    }
}
