package org.ganatelier.project;

import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a field is that the JSON does not name: Keras's own default where Keras has the field. */
final class Defaults {
    private static final JsonMapper PLAIN = new JsonMapper();

    private static final ObjectNode EXPERIMENT =
            json(
                    """
                    {"name": "Untitled", "data": "mnist", "clusters": 0, "latentSize": 100,
                     "objective": {}, "conditioning": "none", "training": {}, "seed": 42}
                    """);
    private static final int USUAL_CLASSES = 10;
    private static final ObjectNode NETWORK = json("{\"initialization\": \"glorot-uniform\"}");
    private static final Map<String, ObjectNode> OBJECTIVES =
            Loss.all().stream().collect(Collectors.toMap(Loss::id, Defaults::tree));
    private static final ObjectNode OBJECTIVE = tree(new NonSaturating());
    private static final ObjectNode TRAINING =
            json(
                    """
                    {"batchSize": 32, "discriminatorSteps": 1, "generatorSteps": 1,
                     "discriminatorOptimizer": {}, "generatorOptimizer": {}, "averageDecay": 0}
                    """);
    private static final ObjectNode ADAM = tree(OptimizerSpec.Kind.ADAM);
    private static final Map<String, ObjectNode> OPTIMIZERS =
            Stream.of(OptimizerSpec.Kind.values())
                    .map(Defaults::tree)
                    .collect(Collectors.toMap(Defaults::kindOf, Function.identity()));

    private Defaults() {}

    /** Fills an experiment in place, its layers left alone. */
    static void fill(ObjectNode experiment) {
        fill(experiment, EXPERIMENT);
        JsonNode objective = experiment.path("objective");
        // Of a kind that is not known the reader will say so.
        fill(objective, OBJECTIVES.getOrDefault(kindOf(objective), OBJECTIVE));
        JsonNode training = experiment.path("training");
        fill(training, TRAINING);
        fillOptimizer(training.path("discriminatorOptimizer"));
        fillOptimizer(training.path("generatorOptimizer"));
        // Data sets without labels are common; JSON's null is Java's empty.
        if (experiment.path("data") instanceof ObjectNode files) {
            files.putIfAbsent("labels", NullNode.getInstance());
            // As in files from before classes were counted.
            int classes = files.path("labels").isNull() ? 0 : USUAL_CLASSES;
            files.putIfAbsent("classes", IntNode.valueOf(classes));
        }
    }

    private static void fillOptimizer(JsonNode optimizer) {
        // Of a kind that is not known the reader will say so.
        ObjectNode usual = OPTIMIZERS.getOrDefault(kindOf(optimizer), ADAM);
        fill(optimizer, usual);
        if (usual.path("schedule") instanceof ObjectNode schedule) {
            fill(optimizer.path("schedule"), schedule);
        }
    }

    /** Fills a network in place, its layers left alone. */
    static void fillNetwork(JsonNode network) {
        fill(network, NETWORK);
    }

    /** Fills a layer in place, its activation left alone. */
    static void fillLayer(ObjectNode layer) {
        fill(layer, LayerSpec.kinds());
        // A pooling window moves by its own size.
        if (layer.has("pool") && !layer.has("stride")) {
            layer.set("stride", layer.path("pool"));
        }
    }

    /** Leaves out of a layer, in place, what is younger than the format and has its default. */
    static void leaveOutYoungFields(ObjectNode layer) {
        Kind.named(LayerSpec.kinds(), layer.path(Shorthand.TYPE).stringValue(""))
                .ifPresent(
                        kind ->
                                kind.younger()
                                        .forEach((name, before) -> leaveOut(layer, name, before)));
    }

    private static void leaveOut(ObjectNode layer, String name, Object value) {
        if (layer.path(name).equals(ProjectJson.MAPPER.valueToTree(value))) {
            layer.remove(name);
        }
    }

    /** Fills an activation in place. */
    static void fillActivation(ObjectNode activation) {
        fill(activation, Activation.kinds());
    }

    /** By the kind that is named, whose own id takes the place of an alias. */
    private static <T> void fill(ObjectNode node, List<Kind<T>> kinds) {
        String type = node.path(Shorthand.TYPE).stringValue("");
        Kind.named(kinds, type)
                .ifPresent(
                        kind -> {
                            node.put(Shorthand.TYPE, kind.id());
                            kind.omitted()
                                    .forEach(
                                            (name, value) ->
                                                    node.putIfAbsent(
                                                            name,
                                                            ProjectJson.MAPPER.valueToTree(value)));
                        });
    }

    private static ObjectNode tree(OptimizerSpec.Kind kind) {
        return ProjectJson.MAPPER.valueToTree(OptimizerSpec.usual(kind));
    }

    private static ObjectNode tree(Loss loss) {
        return ProjectJson.MAPPER.valueToTree(new Objective(loss));
    }

    private static String kindOf(JsonNode node) {
        return node.path("kind").stringValue("");
    }

    private static void fill(JsonNode node, @Nullable ObjectNode defaults) {
        if (defaults != null && node instanceof ObjectNode object) {
            defaults.forEachEntry((name, value) -> object.putIfAbsent(name, value.deepCopy()));
        }
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) PLAIN.readTree(text);
    }
}
