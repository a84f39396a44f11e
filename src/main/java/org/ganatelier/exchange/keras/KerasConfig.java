package org.ganatelier.exchange.keras;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Puts the arguments of a layer together. Owned by one thread. */
final class KerasConfig {
    static final JsonMapper MAPPER = new JsonMapper();

    private final ObjectNode node = MAPPER.createObjectNode();

    private KerasConfig() {}

    /** Of a layer; an operation has none of these. */
    static KerasConfig of(String name) {
        return new KerasConfig().put("name", name).put("trainable", true).put("dtype", "float32");
    }

    static KerasConfig ofOperation() {
        return new KerasConfig();
    }

    KerasConfig put(String key, String value) {
        node.put(key, value);
        return this;
    }

    KerasConfig put(String key, int value) {
        node.put(key, value);
        return this;
    }

    KerasConfig put(String key, double value) {
        node.put(key, value);
        return this;
    }

    KerasConfig put(String key, boolean value) {
        node.put(key, value);
        return this;
    }

    KerasConfig put(String key, List<Integer> values) {
        node.set(key, numbers(values));
        return this;
    }

    /** The same number for rows and columns. */
    KerasConfig square(String key, int side) {
        return put(key, List.of(side, side));
    }

    /** Rows above and below, columns on the left and on the right. */
    KerasConfig borders(String key, int top, int bottom, int left, int right) {
        ArrayNode both = MAPPER.createArrayNode();
        both.add(numbers(List.of(top, bottom)));
        both.add(numbers(List.of(left, right)));
        node.set(key, both);
        return this;
    }

    KerasConfig channelsLast() {
        return put("data_format", "channels_last");
    }

    /**
     * What Keras 2's readers ask for though loaded weights need none of it. Keras 3 does well
     * without.
     *
     * @param kind of the weights, such as "kernel"
     * @param initializer Keras's name of one without arguments
     */
    KerasConfig weights(String kind, String initializer, KerasDialect dialect) {
        if (dialect != KerasDialect.KERAS_3) {
            ObjectNode drawn = MAPPER.createObjectNode();
            drawn.put("class_name", initializer);
            drawn.set("config", MAPPER.createObjectNode());
            node.set(kind + "_initializer", drawn);
            node.putNull(kind + "_regularizer");
            node.putNull(kind + "_constraint");
        }
        return this;
    }

    private static ArrayNode numbers(List<Integer> values) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(array::add);
        return array;
    }

    ObjectNode node() {
        return node;
    }
}
