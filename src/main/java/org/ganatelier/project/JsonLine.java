package org.ganatelier.project;

import tools.jackson.databind.SerializationFeature;

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
        var object = ProjectJson.MAPPER.createObjectNode();
        values.forEach(
                (name, value) -> {
                    if (value instanceof Double number && !Double.isFinite(number)) {
                        object.putNull(name);
                    } else {
                        object.putPOJO(name, value);
                    }
                });
        return ProjectJson.MAPPER
                .writer()
                .without(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(object);
    }
}
