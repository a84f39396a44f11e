package org.ganatelier.project;

import org.ganatelier.project.ViewState.Value;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The {@code view.json} of a project: an object of lists of numbers and of texts. */
final class ViewJson {
    private ViewJson() {}

    static String write(ViewState view) {
        ObjectNode tree = ProjectJson.MAPPER.createObjectNode();
        view.values()
                .forEach(
                        (key, value) -> {
                            switch (value) {
                                case Value.Numbers(var numbers) -> {
                                    ArrayNode list = tree.putArray(key);
                                    numbers.forEach(list::add);
                                }
                                case Value.Text(String text) -> tree.put(key, text);
                            }
                        });
        return ProjectJson.MAPPER.writeValueAsString(tree) + "\n";
    }

    /** What can be understood of a text. */
    static ViewState read(String json) {
        ViewState view = ViewState.EMPTY;
        for (var entry : parse(json).properties()) {
            JsonNode value = entry.getValue();
            if (value.isString()) {
                view = view.with(entry.getKey(), value.stringValue());
            } else if (value instanceof ArrayNode list
                    && list.size() <= ViewState.MOST_NUMBERS
                    && list.valueStream().allMatch(JsonNode::isNumber)) {
                view = view.with(entry.getKey(), numbers(list));
            }
        }
        return view;
    }

    private static double[] numbers(ArrayNode list) {
        return list.valueStream().mapToDouble(number -> number.doubleValue(Double.NaN)).toArray();
    }

    private static ObjectNode parse(String json) {
        try {
            if (ProjectJson.MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException _) {
            // Nobody relies on it.
        }
        return ProjectJson.MAPPER.createObjectNode();
    }
}
