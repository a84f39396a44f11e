package org.ganatelier.exchange.keras;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A layer of a Keras model, or an operation that stands between layers.
 *
 * @param name no other of the model has it
 * @param config its arguments, its name among them where it is a layer; nobody writes to it
 * @param inputs the names of the layers that it takes; of a list, in order
 * @param constant a number that an operation takes behind its inputs
 * @param weights in Keras's order
 * @param shape of what comes out with the batch in front; -1 where that is free
 */
public record KerasLayer(
        String className,
        String name,
        ObjectNode config,
        List<String> inputs,
        OptionalDouble constant,
        List<KerasArray> weights,
        List<Integer> shape) {
    static final String INPUT = "InputLayer";

    public KerasLayer {
        inputs = List.copyOf(inputs);
        weights = List.copyOf(weights);
        shape = List.copyOf(shape);
    }

    /** Whether the model begins here. */
    public boolean isInput() {
        return className.equals(INPUT);
    }

    /** Whether it is a function of {@code keras.ops}, which only Keras 3 keeps in a model. */
    public boolean isOperation() {
        return !config.has("name");
    }

    /** Whether it takes a list of tensors, even of one. */
    boolean takesList() {
        return switch (className) {
            case "Concatenate", "Dot" -> true;
            case "Add" -> !isOperation();
            default -> false;
        };
    }
}
