package org.ganatelier.exchange.keras;

import org.ganatelier.experiment.layer.Activation;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/** Reads activations: as a name, as a layer, as a registered function. */
final class ActivationReader {
    /** Of Keras's layer and of its name "leaky_relu". */
    private static final double LAYER_SLOPE = 0.3;

    private static final double NAME_SLOPE = 0.2;

    private ActivationReader() {}

    /** Empty where there is no such activation here. */
    static Optional<Activation> read(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.of(new Activation.Linear());
        }
        if (node.isString()) {
            return ofName(node.asString());
        }
        String type = node.path("class_name").asString("");
        if (node.path("config").isString()) {
            return ofName(node.path("config").asString());
        }
        return ofLayer(type, node.path("config"));
    }

    /** How it is written there, for a report. */
    static String title(JsonNode node) {
        if (node.isString()) {
            return node.asString();
        }
        return node.path("config").isString()
                ? node.path("config").asString()
                : node.path("class_name").asString("");
    }

    private static Optional<Activation> ofName(String name) {
        return switch (name) {
            case "linear" -> Optional.of(new Activation.Linear());
            case "relu" -> Optional.of(new Activation.ReLU());
            case "leaky_relu" -> Optional.of(new Activation.LeakyReLU(NAME_SLOPE));
            case "elu" -> Optional.of(new Activation.ELU());
            case "selu" -> Optional.of(new Activation.SELU());
            case "gelu" -> Optional.of(new Activation.GELU());
            case "tanh" -> Optional.of(new Activation.Tanh());
            case "sigmoid" -> Optional.of(new Activation.Sigmoid());
            case "softplus" -> Optional.of(new Activation.Softplus());
            case "silu", "swish" -> Optional.of(new Activation.Swish());
            default -> Optional.empty();
        };
    }

    /** Layers that are activations; empty of others, and of those with unusual arguments. */
    static Optional<Activation> ofLayer(String className, JsonNode config) {
        return switch (className) {
            case "Activation" -> read(config.path("activation"));
            case "ReLU" -> relu(config);
            case "LeakyReLU" -> {
                double old = number(config, "alpha", LAYER_SLOPE);
                double slope = number(config, "negative_slope", old);
                yield slope >= 0 && slope < 1
                        ? Optional.of(new Activation.LeakyReLU(slope))
                        : Optional.empty();
            }
            case "ELU" ->
                    number(config, "alpha", 1) == 1
                            ? Optional.of(new Activation.ELU())
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Activation> relu(JsonNode config) {
        boolean bounded = config.path("max_value").isNumber();
        double slope = number(config, "negative_slope", 0);
        if (bounded || number(config, "threshold", 0) != 0 || slope < 0 || slope >= 1) {
            return Optional.empty();
        }
        return Optional.of(slope == 0 ? new Activation.ReLU() : new Activation.LeakyReLU(slope));
    }

    /** Also of the oldest files, where a number may be an array of one value. */
    private static double number(JsonNode config, String key, double absent) {
        JsonNode node = config.path(key);
        JsonNode value = node.isObject() ? node.path("value") : node;
        return value.isNumber() ? value.asDouble() : absent;
    }
}
