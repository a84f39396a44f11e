package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The layers of a file and how they are linked. Each is taken in its first use.
 *
 * @param nodes by name, in the file's order
 * @param output the name of the last one
 */
record KerasGraph(String name, boolean sequential, Map<String, GraphNode> nodes, String output) {
    /** Far above any network here, which has 100 layers at most. */
    private static final int MOST_LAYERS = 2000;

    private static final int MOST_INPUTS = 64;

    /**
     * Reads a configuration.
     *
     * @throws ImportException where it is none of a chain or a graph of layers
     */
    static KerasGraph read(JsonNode root) throws ImportException {
        String type = root.path("class_name").asString("");
        JsonNode config = root.path("config");
        // The oldest files have the list of layers itself.
        JsonNode layers = config.isArray() ? config : config.path("layers");
        if (layers.size() > MOST_LAYERS) {
            throw new ImportException(new Refusal.TooLarge("layers", layers.size(), MOST_LAYERS));
        }
        String name = config.path("name").asString("");
        KerasGraph graph =
                switch (type) {
                    case "Sequential" -> sequential(name, layers);
                    case "Functional", "Model" -> functional(name, config, layers);
                    default -> throw new ImportException(new Refusal.Empty());
                };
        if (graph.nodes().isEmpty() || !graph.nodes().containsKey(graph.output())) {
            throw new ImportException(new Refusal.Empty());
        }
        return graph;
    }

    private static KerasGraph sequential(String name, JsonNode layers) {
        var nodes = new LinkedHashMap<String, GraphNode>();
        String last = "";
        for (JsonNode layer : layers) {
            List<String> inputs = last.isEmpty() ? List.of() : List.of(last);
            GraphNode node = node(layer, inputs);
            nodes.put(node.name(), node);
            last = node.name();
        }
        return new KerasGraph(name, true, nodes, last);
    }

    private static KerasGraph functional(String name, JsonNode config, JsonNode layers)
            throws ImportException {
        var nodes = new LinkedHashMap<String, GraphNode>();
        for (JsonNode layer : layers) {
            JsonNode inbound = layer.path("inbound_nodes").path(0);
            var inputs = new ArrayList<String>();
            if (inbound.isObject()) {
                histories(inbound.path("args"), inputs);
                histories(inbound.path("kwargs"), inputs);
            } else {
                for (JsonNode tensor : inbound) {
                    inputs.add(tensor.path(0).asString(""));
                }
            }
            if (inputs.size() > MOST_INPUTS) {
                throw new ImportException(
                        new Refusal.TooLarge("inbound_nodes", inputs.size(), MOST_INPUTS));
            }
            GraphNode node = node(layer, inputs);
            nodes.put(node.name(), node);
        }
        JsonNode outputs = config.path("output_layers");
        // Several outputs, or the only one without a list around it.
        JsonNode first = outputs.path(0).isArray() ? outputs.path(0) : outputs;
        return new KerasGraph(name, false, nodes, first.path(0).asString(""));
    }

    /** All tensors among the arguments, in order; the reader's limit bounds how deep they lie. */
    private static void histories(JsonNode node, List<String> inputs) {
        if (node.path("class_name").asString("").equals("__keras_tensor__")) {
            inputs.add(node.path("config").path("keras_history").path(0).asString(""));
        } else {
            for (JsonNode child : node) {
                histories(child, inputs);
            }
        }
    }

    private static GraphNode node(JsonNode layer, List<String> inputs) {
        JsonNode config = layer.path("config");
        String className = layer.path("class_name").asString("");
        String name = layer.path("name").asString(config.path("name").asString(className));
        boolean operation = layer.path("module").asString("").contains(".ops");
        return new GraphNode(className, name, config, inputs, operation);
    }

    Optional<GraphNode> node(String wanted) {
        return Optional.ofNullable(nodes.get(wanted));
    }

    /** The only or the first layer that another takes. */
    Optional<GraphNode> before(GraphNode node) {
        return node.inputs().isEmpty() ? Optional.empty() : node(node.inputs().getFirst());
    }

    /**
     * The group of each layer in a file of weights: its class with a counter, in Keras's own order;
     * see {@link KerasModel#inKerasOrder}.
     */
    Map<String, String> groups() {
        var names = new KerasNames();
        var groups = new HashMap<String, String>();
        for (GraphNode node : inKerasOrder()) {
            groups.put(node.name(), names.next(node.className()));
        }
        return groups;
    }

    private List<GraphNode> inKerasOrder() {
        if (sequential) {
            return List.copyOf(nodes.values());
        }
        // The longest way to the output, found from the output on; a circle has no longest way.
        var visited = new LinkedHashMap<String, GraphNode>();
        var finished = new ArrayList<GraphNode>();
        visit(output, visited, finished);
        var depths = new HashMap<String, Integer>();
        for (GraphNode node : finished.reversed()) {
            int depth = depths.getOrDefault(node.name(), 0);
            node.inputs().forEach(input -> depths.merge(input, depth + 1, Math::max));
        }
        var ordered = new ArrayList<>(visited.values());
        ordered.sort(
                Comparator.comparingInt((GraphNode node) -> -depths.getOrDefault(node.name(), 0)));
        ordered.removeIf(GraphNode::operation);
        return ordered;
    }

    /** Deeper than this recursion may go lies nothing: there are at most so many layers. */
    private void visit(String at, Map<String, GraphNode> visited, List<GraphNode> finished) {
        GraphNode node = nodes.get(at);
        if (node != null && visited.putIfAbsent(at, node) == null) {
            node.inputs().forEach(input -> visit(input, visited, finished));
            finished.add(node);
        }
    }
}
