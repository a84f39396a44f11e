package org.ganatelier.project;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * What people may leave out of an experiment's JSON: {@code "ReLU"} stands for {@code {"type":
 * "ReLU"}}, and a missing field for its default.
 */
final class Shorthand {
    static final String TYPE = "type";
    static final String ACTIVATION = "activation";
    private static final String DATA = "data";
    private static final List<String> NETWORKS = List.of("generator", "discriminator", "network");

    private Shorthand() {}

    /** Writes out what was left out, in place. */
    static void expand(ObjectNode experiment) {
        Defaults.fill(experiment);
        expandLayers(experiment);
    }

    /** Writes out what was left out of the networks, in place. */
    static void expandLayers(ObjectNode experiment) {
        NETWORKS.forEach(network -> Defaults.fillNetwork(experiment.path(network)));
        for (ObjectNode layer : layers(experiment)) {
            Defaults.fillLayer(layer);
            JsonNode activation = layer.path(ACTIVATION);
            if (activation.isString()) {
                layer.putObject(ACTIVATION).set(TYPE, activation);
            }
            if (layer.path(ACTIVATION) instanceof ObjectNode object) {
                Defaults.fillActivation(object);
            }
        }
    }

    /** Leaves out what {@link #expand} would write again, except defaults, in place. */
    static void shorten(ObjectNode experiment) {
        if (experiment.path(DATA) instanceof ObjectNode data && data.path("labels").isNull()) {
            data.remove("labels");
            data.remove("classes");
        }
        shortenLayers(experiment);
    }

    /** Leaves out what {@link #expandLayers} would write again, except defaults, in place. */
    static void shortenLayers(ObjectNode experiment) {
        for (ObjectNode layer : layers(experiment)) {
            if (layer.path(ACTIVATION) instanceof ObjectNode object
                    && object.size() == 1
                    && object.has(TYPE)) {
                layer.set(ACTIVATION, object.path(TYPE));
            }
        }
    }

    /**
     * Leaves out fields that are younger than the format, where they have their defaults, in place:
     * older programs read it too.
     */
    static void leaveOutYoungFields(ObjectNode experiment) {
        for (ObjectNode layer : layers(experiment)) {
            Defaults.leaveOutYoungFields(layer);
        }
    }

    private static List<ObjectNode> layers(ObjectNode experiment) {
        return NETWORKS.stream()
                .map(network -> experiment.path(network).path("layers"))
                .filter(ArrayNode.class::isInstance)
                .flatMap(JsonNode::valueStream)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }
}
