package org.ganatelier.project;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.util.ArrayList;
import java.util.List;

/** Sets single values of an experiment's JSON by path. */
final class Overrides {
    private Overrides() {}

    /** Replaces the value at a path that exists. */
    static void set(ObjectNode tree, String path, String value) throws ProjectException {
        int dot = path.lastIndexOf('.');
        JsonNode parent = dot < 0 ? tree : find(tree, path.substring(0, dot));
        String field = path.substring(dot + 1);
        JsonNode old = child(parent, field);
        if (old.isMissingNode()) {
            throw unknown(tree, path);
        }
        switch (parent) {
            case ObjectNode object -> object.set(field, parse(old, value));
            case ArrayNode array -> array.set(Integer.parseInt(field), parse(old, value));
            default -> throw unknown(tree, path);
        }
    }

    private static ProjectException unknown(ObjectNode tree, String path) {
        var paths = new ArrayList<String>();
        collect(tree, "", paths);
        // Somebody who knows the field's name alone meant the path that ends in it.
        var endings = paths.stream().filter(known -> known.endsWith("." + path)).toList();
        return new ProjectException(
                new FileProblem.UnknownSetting(
                        path, Nearest.to(path, endings.isEmpty() ? paths : endings)));
    }

    /** The value at a path; a missing node where there is none. */
    static JsonNode find(JsonNode tree, String path) {
        JsonNode node = tree;
        for (String part : path.split("\\.", -1)) {
            node = child(node, part);
        }
        return node;
    }

    private static JsonNode child(JsonNode parent, String field) {
        if (parent.isArray()) {
            // Four digits are more layers than there can be, and never overflow.
            return field.matches("\\d{1,4}")
                    ? parent.path(Integer.parseInt(field))
                    : parent.path(Integer.MAX_VALUE);
        }
        return parent.path(field);
    }

    private static void collect(JsonNode node, String prefix, List<String> paths) {
        if (node.isObject()) {
            node.forEachEntry((name, child) -> add(child, prefix + name, paths));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            add(node.get(i), prefix + i, paths);
        }
    }

    /** The paths of all values that hold no others. */
    static List<String> leaves(ObjectNode tree) {
        var paths = new ArrayList<String>();
        collect(tree, "", paths);
        return paths.stream().filter(path -> find(tree, path).isValueNode()).toList();
    }

    private static void add(JsonNode child, String path, List<String> paths) {
        paths.add(path);
        collect(child, path + ".", paths);
    }

    private static JsonNode parse(JsonNode old, String value) {
        boolean structured = value.startsWith("{") || value.startsWith("[");
        if (old.isString() && !structured) {
            return StringNode.valueOf(value);
        }
        try {
            JsonNode parsed = ProjectJson.MAPPER.readTree(value);
            return parsed.isMissingNode() ? StringNode.valueOf(value) : parsed;
        } catch (JacksonException e) {
            // Not JSON, so it is meant as text; where text cannot be, the reader will say so.
            return StringNode.valueOf(value);
        }
    }
}
