package org.ganatelier.exchange.keras;

import org.ganatelier.experiment.layer.Activation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names as Keras gives them. Owned by one thread. */
final class KerasNames {
    /** Behind a layer's name: an activation that belongs to it here. */
    static final String ACTIVATION = "_activation";

    /** Behind a layer's name: the zeros that its padding adds. */
    static final String PADDING = "_padding";

    /** Behind a layer's name: what its padding cuts off. */
    static final String CROPPING = "_cropping";

    private static final Pattern FIRST = Pattern.compile("(.)([A-Z][a-z]+)");
    private static final Pattern SECOND = Pattern.compile("([a-z])([A-Z])");

    private final Map<String, Integer> counts = new HashMap<>();

    /** A class name as Keras writes it in other names: "LeakyReLU" is "leaky_re_lu". */
    static String snake(String className) {
        String once = FIRST.matcher(className).replaceAll("$1_$2");
        return SECOND.matcher(once).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }

    /** The class's name, with a number from the second one on. */
    String next(String className) {
        String snake = snake(className);
        int count = counts.merge(snake, 1, Integer::sum);
        return count == 1 ? snake : snake + "_" + (count - 1);
    }

    /** What Keras calls an activation; empty for one that needs a layer of its own. */
    static Optional<String> of(Activation activation, KerasDialect dialect) {
        return switch (activation) {
            case Activation.LeakyReLU _ -> Optional.empty();
            case Activation.Linear _ -> Optional.of("linear");
            case Activation.ReLU _ -> Optional.of("relu");
            case Activation.ELU _ -> Optional.of("elu");
            case Activation.SELU _ -> Optional.of("selu");
            case Activation.GELU _ -> Optional.of("gelu");
            case Activation.Tanh _ -> Optional.of("tanh");
            case Activation.Sigmoid _ -> Optional.of("sigmoid");
            case Activation.Softplus _ -> Optional.of("softplus");
            case Activation.Swish _ ->
                    Optional.of(dialect == KerasDialect.KERAS_3 ? "silu" : "swish");
        };
    }
}
