package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.model.PortableNetwork;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network in Keras's layers, with its weights in Keras's axes.
 *
 * @param name "generator" or "discriminator"
 * @param layers each behind those that it takes; the last one gives the output
 */
public record KerasModel(KerasDialect dialect, String name, List<KerasLayer> layers) {
    public KerasModel {
        layers = List.copyOf(layers);
    }

    /** A network that this Keras can express. */
    public static KerasModel of(PortableNetwork network, KerasDialect dialect) {
        return KerasTranslation.of(network, dialect);
    }

    /** Those that the model's arguments go into, in the order of the arguments. */
    public List<KerasLayer> inputs() {
        return layers.stream().filter(KerasLayer::isInput).toList();
    }

    /** Whether it is a chain of layers. */
    public boolean isSequential() {
        if (inputs().size() > 1 || layers.stream().anyMatch(KerasLayer::isOperation)) {
            return false;
        }
        return layers.stream().allMatch(layer -> layer.inputs().size() <= 1);
    }

    /**
     * The layers as Keras itself lists them, operations left out; its files follow this order. Of a
     * graph: by decreasing length of the longest way to the output; of the same length, by the
     * first visit of a walk from the output through the inputs of each layer.
     */
    public List<KerasLayer> inKerasOrder() {
        if (isSequential()) {
            return layers;
        }
        Map<String, KerasLayer> byName = new HashMap<>();
        layers.forEach(layer -> byName.put(layer.name(), layer));
        Map<String, Integer> depths = new HashMap<>();
        for (KerasLayer layer : layers.reversed()) {
            int depth = depths.getOrDefault(layer.name(), 0);
            layer.inputs().forEach(input -> depths.merge(input, depth + 1, Math::max));
        }
        Map<String, KerasLayer> visited = new LinkedHashMap<>();
        visit(layers.getLast(), byName, visited);
        var ordered = new ArrayList<>(visited.values());
        ordered.sort(
                Comparator.comparingInt(
                        (KerasLayer layer) -> -depths.getOrDefault(layer.name(), 0)));
        ordered.removeIf(KerasLayer::isOperation);
        return ordered;
    }

    private static void visit(
            KerasLayer layer, Map<String, KerasLayer> byName, Map<String, KerasLayer> visited) {
        if (visited.putIfAbsent(layer.name(), layer) == null) {
            for (String input : layer.inputs()) {
                KerasLayer before = byName.get(input);
                if (before != null) {
                    visit(before, byName, visited);
                }
            }
        }
    }
}
