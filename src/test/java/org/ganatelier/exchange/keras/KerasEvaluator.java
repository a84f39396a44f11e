package org.ganatelier.exchange.keras;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;

import org.ganatelier.exchange.keras.KerasMath.Tensor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads a {@code .keras} file as Keras 3 does, by its own bookkeeping and not by ours, and computes
 * what its layers say.
 */
final class KerasEvaluator {
    private final JsonNode config;
    private final Map<String, JsonNode> layers = new HashMap<>();
    private final Map<String, List<Tensor>> weights = new HashMap<>();
    private final Map<String, Tensor> values = new HashMap<>();

    KerasEvaluator(byte[] file) throws Exception {
        Map<String, byte[]> parts = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                parts.put(e.getName(), zip.readAllBytes());
            }
        }
        assertThat(parts).containsOnlyKeys("metadata.json", "config.json", "model.weights.h5");
        JsonNode root = new JsonMapper().readTree(parts.get("config.json"));
        config = root.get("config");
        boolean chain = root.get("class_name").asString().equals("Sequential");
        List<String> order = chain ? sequential() : functional();
        try (HdfFile hdf = HdfFile.fromBytes(parts.get("model.weights.h5"))) {
            read(order, hdf);
        }
    }

    /** A chain gets the links that a graph has. */
    private List<String> sequential() {
        var names = new ArrayList<String>();
        for (JsonNode layer : config.get("layers")) {
            String name = layer.get("config").get("name").asString();
            layers.put(name, layer);
            names.add(name);
        }
        return names;
    }

    /** keras/src/ops/function.py, map_graph. */
    private List<String> functional() {
        for (JsonNode layer : config.get("layers")) {
            layers.put(layer.get("name").asString(), layer);
        }
        var indices = new HashMap<String, Integer>();
        var nodes = new ArrayList<String>();
        buildMap(output(), indices, nodes);
        var depths = new HashMap<String, Integer>();
        for (String node : nodes.reversed()) {
            int depth = depths.computeIfAbsent(node, _ -> 0);
            inputs(node).forEach(input -> depths.merge(input, depth + 1, Math::max));
        }
        var byDepth = new TreeMap<Integer, List<String>>(Comparator.reverseOrder());
        depths.forEach(
                (node, depth) -> byDepth.computeIfAbsent(depth, _ -> new ArrayList<>()).add(node));
        var ordered = new ArrayList<String>();
        for (List<String> same : byDepth.values()) {
            same.sort(Comparator.comparing(indices::get));
            ordered.addAll(same);
        }
        ordered.removeIf(this::isOperation);
        return ordered;
    }

    private void buildMap(String name, Map<String, Integer> indices, List<String> nodes) {
        if (nodes.contains(name)) {
            return;
        }
        indices.putIfAbsent(name, indices.size());
        inputs(name).forEach(input -> buildMap(input, indices, nodes));
        nodes.add(name);
    }

    private String output() {
        if (!config.has("output_layers")) {
            return config.get("layers")
                    .get(config.get("layers").size() - 1)
                    .get("config")
                    .get("name")
                    .asString();
        }
        return config.get("output_layers").get(0).get(0).asString();
    }

    private boolean isOperation(String name) {
        return layer(name).get("module").asString().startsWith("keras.src.ops");
    }

    private JsonNode layer(String name) {
        JsonNode layer = layers.get(name);
        return Objects.requireNonNull(layer, name);
    }

    private List<String> inputs(String name) {
        var all = new ArrayList<String>();
        if (!layer(name).has("inbound_nodes")) {
            List<JsonNode> chain = new ArrayList<>();
            config.get("layers").forEach(chain::add);
            int index = chain.indexOf(layer(name));
            return index == 0
                    ? List.of()
                    : List.of(chain.get(index - 1).get("config").get("name").asString());
        }
        for (JsonNode node : layer(name).get("inbound_nodes")) {
            for (JsonNode arg : node.get("args")) {
                if (arg.isArray()) {
                    arg.forEach(each -> all.add(history(each)));
                } else if (arg.isObject()) {
                    all.add(history(arg));
                }
            }
        }
        return all;
    }

    private static String history(JsonNode tensor) {
        return tensor.get("config").get("keras_history").get(0).asString();
    }

    /** keras/src/saving/saving_lib.py: a group for each layer, named by its class and a counter. */
    private void read(List<String> order, HdfFile file) {
        assertThat(file.getByPath("vars").isGroup()).isTrue();
        var counts = new HashMap<String, Integer>();
        for (String name : order) {
            String type =
                    layer(name)
                            .get("class_name")
                            .asString()
                            .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                            .replaceAll("([a-z])([A-Z])", "$1_$2")
                            .toLowerCase(Locale.ROOT);
            int count = counts.merge(type, 1, Integer::sum) - 1;
            String path = "layers/" + type + (count == 0 ? "" : "_" + count) + "/vars";
            var group = (Group) file.getByPath(path);
            var arrays = new ArrayList<Tensor>();
            for (int i = 0; i < group.getChildren().size(); i++) {
                var dataset = file.getDatasetByPath(path + "/" + i);
                float[] floats = (float[]) dataset.getDataFlat();
                var doubles = new double[floats.length];
                Arrays.setAll(doubles, j -> floats[j]);
                arrays.add(new Tensor(dataset.getDimensions(), doubles));
            }
            weights.put(name, arrays);
        }
    }

    /** The output of a batch; inputs by name. */
    Tensor compute(Map<String, Tensor> inputs) {
        values.clear();
        values.putAll(inputs);
        return value(output());
    }

    /** The names of the inputs, in order. */
    List<String> inputNames() {
        if (!config.has("input_layers")) {
            return List.of(config.get("layers").get(0).get("config").get("name").asString());
        }
        var names = new ArrayList<String>();
        config.get("input_layers").forEach(each -> names.add(each.get(0).asString()));
        return names;
    }

    private Tensor value(String name) {
        Tensor known = values.get(name);
        if (known != null) {
            return known;
        }
        List<Tensor> from = inputs(name).stream().map(this::value).toList();
        Tensor result;
        if (isOperation(name)) {
            double constant = 0;
            for (JsonNode arg : layer(name).get("inbound_nodes").get(0).get("args")) {
                constant = arg.isNumber() ? arg.asDouble() : constant;
            }
            result = KerasEvaluation.operation(layer(name), from.getFirst(), constant);
        } else {
            result =
                    KerasEvaluation.layer(layer(name), from, weights.getOrDefault(name, List.of()));
        }
        values.put(name, result);
        return result;
    }
}
