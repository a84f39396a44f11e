package org.ganatelier.project;

import static java.util.Map.entry;

import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

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
                    {"name": "Untitled", "data": "mnist", "latentSize": 100,
                     "objective": {}, "conditioning": "none", "training": {}, "seed": 42}
                    """);
    private static final int USUAL_CLASSES = 10;
    private static final ObjectNode NETWORK = json("{\"initialization\": \"glorot-uniform\"}");
    private static final ObjectNode OBJECTIVE =
            ProjectJson.MAPPER.valueToTree(new Objective(new NonSaturating()));
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
    private static final ObjectNode CONVOLUTION =
            json(
                    """
                    {"stride": 1, "padding": "valid", "bias": true, "spectralNorm": false,
                     "activation": "Linear"}
                    """);
    private static final ObjectNode POOLING = json("{\"pool\": 2, \"padding\": \"valid\"}");
    private static final Map<String, ObjectNode> LAYERS =
            Map.ofEntries(
                    entry(
                            "Dense",
                            json(
                                    """
                                    {"bias": true, "spectralNorm": false, "activation": "Linear"}
                                    """)),
                    entry("Conv2D", CONVOLUTION),
                    entry("Conv2DTranspose", CONVOLUTION),
                    entry("UpSampling2D", json("{\"size\": 2}")),
                    entry("PixelShuffle", json("{\"factor\": 2}")),
                    entry("MinibatchStdDev", json("{\"groupSize\": 4}")),
                    entry(
                            "BatchNorm",
                            json(
                                    """
                                    {"momentum": 0.99, "epsilon": 0.001, "activation": "Linear"}
                                    """)),
                    entry("LayerNorm", json("{\"epsilon\": 0.001, \"activation\": \"Linear\"}")),
                    entry("MaxPool", POOLING),
                    entry("AveragePool", POOLING));
    private static final Map<String, ObjectNode> ACTIVATIONS =
            Map.of("LeakyReLU", json("{\"slope\": 0.3}"));

    private Defaults() {}

    /** Fills an experiment in place, its layers left alone. */
    static void fill(ObjectNode experiment) {
        fill(experiment, EXPERIMENT);
        fill(experiment.path("objective"), OBJECTIVE);
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
        fill(layer, LAYERS.get(typeOf(layer)));
        // A pooling window moves by its own size.
        if (layer.has("pool") && !layer.has("stride")) {
            layer.set("stride", layer.path("pool"));
        }
    }

    /** Fills an activation in place. */
    static void fillActivation(ObjectNode activation) {
        fill(activation, ACTIVATIONS.get(typeOf(activation)));
    }

    private static ObjectNode tree(OptimizerSpec.Kind kind) {
        return ProjectJson.MAPPER.valueToTree(OptimizerSpec.usual(kind));
    }

    private static String kindOf(JsonNode optimizer) {
        return optimizer.path("kind").stringValue("");
    }

    private static String typeOf(ObjectNode node) {
        return node.path(Shorthand.TYPE).stringValue("");
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
