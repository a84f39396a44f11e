package org.ganatelier.exchange.keras;

import tools.jackson.databind.JsonNode;

import java.util.List;

/**
 * A layer of a file.
 *
 * @param name no other of the file has it
 * @param config its arguments
 * @param inputs the names of the layers that it takes, in order
 * @param operation whether it is a function of {@code keras.ops}
 */
record GraphNode(
        String className, String name, JsonNode config, List<String> inputs, boolean operation) {
    GraphNode {
        inputs = List.copyOf(inputs);
    }

    boolean isInput() {
        return className.equals(KerasLayer.INPUT);
    }

    /** A number among the arguments, or what it is where there is none. */
    double number(String key, double absent) {
        JsonNode node = config.path(key);
        return node.isNumber() ? node.asDouble() : absent;
    }

    boolean truth(String key, boolean absent) {
        JsonNode node = config.path(key);
        return node.isBoolean() ? node.asBoolean() : absent;
    }

    String text(String key, String absent) {
        JsonNode node = config.path(key);
        return node.isString() ? node.asString() : absent;
    }

    /** As it is called in a report. */
    String title() {
        return className;
    }
}
