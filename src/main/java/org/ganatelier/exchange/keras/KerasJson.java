package org.ganatelier.exchange.keras;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model without its weights, as Keras's {@code config.json} and {@code model_config} say it.
 * Arguments that some versions do not know are left out: an unknown one is an error there.
 */
public final class KerasJson {
    private static final JsonMapper MAPPER = KerasConfig.MAPPER;

    private final KerasModel model;
    private final boolean young;
    private final Map<String, List<Integer>> shapes = new HashMap<>();

    private KerasJson(KerasModel model) {
        this.model = model;
        young = model.dialect() == KerasDialect.KERAS_3;
        model.layers().forEach(layer -> shapes.put(layer.name(), layer.shape()));
    }

    /** The whole configuration. */
    public static ObjectNode of(KerasModel model) {
        return new KerasJson(model).whole();
    }

    private ObjectNode whole() {
        boolean sequential = model.isSequential();
        String className = sequential ? "Sequential" : "Functional";
        ObjectNode config = MAPPER.createObjectNode();
        config.put("name", model.name());
        if (young) {
            config.put("trainable", true);
            config.put("dtype", "float32");
        }
        ArrayNode layers = MAPPER.createArrayNode();
        for (KerasLayer layer : model.layers()) {
            ObjectNode node = layer(layer);
            if (!sequential) {
                node.put("name", layer.name());
                node.set("inbound_nodes", young ? inbound(layer) : oldInbound(layer));
            }
            layers.add(node);
        }
        config.set("layers", layers);
        if (!sequential) {
            ArrayNode inputs = MAPPER.createArrayNode();
            model.inputs().forEach(input -> inputs.add(tensor(input.name())));
            config.set("input_layers", inputs);
            ArrayNode outputs = MAPPER.createArrayNode();
            outputs.add(tensor(model.layers().getLast().name()));
            config.set("output_layers", outputs);
        }
        String module = sequential ? "keras" : "keras.src.models.functional";
        return object(module, className, config, !sequential);
    }

    /** The first output of a layer's first use. */
    private static ArrayNode tensor(String layer) {
        return MAPPER.createArrayNode().add(layer).add(0).add(0);
    }

    /**
     * @param registered whether Keras 3 finds it by its own name
     */
    private ObjectNode object(
            String module, String className, ObjectNode config, boolean registered) {
        ObjectNode node = MAPPER.createObjectNode();
        if (young) {
            node.put("module", module);
        }
        node.put("class_name", className);
        node.set("config", config);
        if (young && registered) {
            node.put("registered_name", className);
        } else if (young) {
            node.putNull("registered_name");
        }
        return node;
    }

    private ObjectNode layer(KerasLayer layer) {
        if (layer.isOperation()) {
            return object("keras.src.ops.numpy", layer.className(), layer.config(), true);
        }
        if (layer.isInput()) {
            return object("keras.layers", layer.className(), input(layer), false);
        }
        return object("keras.layers", layer.className(), layer.config(), false);
    }

    private ObjectNode input(KerasLayer layer) {
        ObjectNode config = MAPPER.createObjectNode();
        config.set(young ? "batch_shape" : "batch_input_shape", shape(layer.shape()));
        config.put("dtype", "float32");
        if (!young) {
            config.put("sparse", false);
            config.put("ragged", false);
        }
        config.put("name", layer.name());
        return config;
    }

    private static ArrayNode shape(List<Integer> sizes) {
        ArrayNode node = MAPPER.createArrayNode();
        for (int size : sizes) {
            if (size < 0) {
                node.addNull();
            } else {
                node.add(size);
            }
        }
        return node;
    }

    private ArrayNode inbound(KerasLayer layer) {
        ArrayNode nodes = MAPPER.createArrayNode();
        if (layer.isInput()) {
            return nodes;
        }
        ArrayNode tensors = MAPPER.createArrayNode();
        layer.inputs().forEach(input -> tensors.add(kerasTensor(input)));
        ArrayNode args = MAPPER.createArrayNode();
        if (layer.takesList()) {
            args.add(tensors);
        } else {
            args.addAll(tensors);
        }
        layer.constant().ifPresent(args::add);
        ObjectNode node = MAPPER.createObjectNode();
        node.set("args", args);
        node.set("kwargs", MAPPER.createObjectNode());
        return nodes.add(node);
    }

    private ObjectNode kerasTensor(String layer) {
        ObjectNode config = MAPPER.createObjectNode();
        config.set("shape", shape(shapes.getOrDefault(layer, List.of())));
        config.put("dtype", "float32");
        config.set("keras_history", tensor(layer));
        ObjectNode node = MAPPER.createObjectNode();
        node.put("class_name", "__keras_tensor__");
        node.set("config", config);
        return node;
    }

    private static ArrayNode oldInbound(KerasLayer layer) {
        ArrayNode nodes = MAPPER.createArrayNode();
        if (layer.isInput()) {
            return nodes;
        }
        ArrayNode tensors = MAPPER.createArrayNode();
        layer.inputs().forEach(input -> tensors.add(tensor(input).add(MAPPER.createObjectNode())));
        return nodes.add(tensors);
    }
}
