package org.ganatelier.project;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** Results for other programs to read. */
public final class JsonLine {
    private JsonLine() {}

    /**
     * A JSON object on one line.
     *
     * @param values numbers, texts and the like, in the order wanted; numbers that are not finite
     *     become {@code null}, as JSON has none
     */
    public static String of(Map<String, ?> values) {
        return line(object(values));
    }

    /** A JSON array of objects on one line. */
    public static String of(List<? extends Map<String, ?>> objects) {
        var array = ProjectJson.MAPPER.createArrayNode();
        objects.forEach(values -> array.add(object(values)));
        return line(array);
    }

    private static ObjectNode object(Map<String, ?> values) {
        var object = ProjectJson.MAPPER.createObjectNode();
        values.forEach(
                (name, value) -> {
                    if (value instanceof Double number && !Double.isFinite(number)) {
                        object.putNull(name);
                    } else {
                        object.putPOJO(name, value);
                    }
                });
        return object;
    }

    private static String line(JsonNode node) {
        return ProjectJson.MAPPER
                .writer()
                .without(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(node);
    }
}
