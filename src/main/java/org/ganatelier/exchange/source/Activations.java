package org.ganatelier.exchange.source;

import org.ganatelier.experiment.layer.Activation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Activations by the names that other frameworks give them. */
final class Activations {
    /** What Keras means by the word "leaky_relu" ({@code keras.activations.leaky_relu}). */
    private static final double SLOPE_OF_WORD = 0.2;

    /** Of Keras's layer. */
    static final double KERAS_SLOPE = 0.3;

    /** Of {@code torch.nn.LeakyReLU}. */
    static final double TORCH_SLOPE = 0.01;

    private Activations() {}

    /** The activation of a word, such as "relu". */
    static Optional<Activation> named(String word) {
        return switch (word.toLowerCase(Locale.ROOT).replace("_", "")) {
            case "linear", "identity" -> Optional.of(new Activation.Linear());
            case "relu" -> Optional.of(new Activation.ReLU());
            case "leakyrelu" -> Optional.of(new Activation.LeakyReLU(SLOPE_OF_WORD));
            case "elu" -> Optional.of(new Activation.ELU());
            case "selu" -> Optional.of(new Activation.SELU());
            case "gelu" -> Optional.of(new Activation.GELU());
            case "tanh" -> Optional.of(new Activation.Tanh());
            case "sigmoid" -> Optional.of(new Activation.Sigmoid());
            case "softplus" -> Optional.of(new Activation.Softplus());
            case "swish", "silu" -> Optional.of(new Activation.Swish());
            default -> Optional.empty();
        };
    }

    /** The activation that a layer or a function stands for by its name and arguments. */
    static Optional<Activation> of(Given given) throws Given.UnableException {
        String name = given.call().name().toLowerCase(Locale.ROOT).replace("_", "");
        boolean torch = given.call().dialect() == Dialect.TORCH;
        Optional<Activation> plain = named(name);
        if (plain.isEmpty()) {
            return plain;
        }
        return switch (plain.get()) {
            case Activation.LeakyReLU _ -> {
                double usual = torch ? TORCH_SLOPE : KERAS_SLOPE;
                var names = List.of("negative_slope", "alpha");
                int place = Character.isUpperCase(given.call().name().charAt(0)) ? 0 : 1;
                yield Optional.of(new Activation.LeakyReLU(given.number(names, place, usual)));
            }
            case Activation.ELU _ -> {
                if (given.number(List.of("alpha"), 0, 1) != 1) {
                    throw given.unable("alpha", given.get("alpha", 0).orElse(Value.Unknown.VALUE));
                }
                yield plain;
            }
            case Activation.ReLU _ -> {
                for (String name2 : new String[] {"max_value", "negative_slope", "threshold"}) {
                    Optional<Value> value = torch ? Optional.empty() : given.get(name2, -1);
                    if (value.flatMap(Value::number).filter(n -> n != 0).isPresent()) {
                        throw given.unable(name2, value.orElseThrow());
                    }
                }
                yield plain;
            }
            case Activation.GELU _ -> {
                Value way = given.get("approximate", -1).orElse(Value.Unknown.VALUE);
                boolean other =
                        (way instanceof Value.Text(String text) && !text.equals("none"))
                                || way.equals(new Value.Truth(true));
                if (other) {
                    throw given.unable("approximate", way);
                }
                yield plain;
            }
            case Activation.Linear _,
                    Activation.SELU _,
                    Activation.Tanh _,
                    Activation.Sigmoid _,
                    Activation.Softplus _,
                    Activation.Swish _ ->
                    plain;
        };
    }

    /** The activation of an argument: a word, a function, a layer; linear where there is none. */
    static Activation argument(Given given, int place) throws Given.UnableException {
        Optional<Value> value = given.get("activation", place);
        if (value.isEmpty()) {
            return new Activation.Linear();
        }
        Optional<Activation> found =
                switch (value.get()) {
                    case Value.Text(String word) -> named(word);
                    case Value.Path path -> named(path.last());
                    case Value.Layer(LayerCall call) -> of(new Given(call));
                    case Value.Num _,
                            Value.Truth _,
                            Value.Nothing _,
                            Value.Items _,
                            Value.Function _,
                            Value.Kind _,
                            Value.Instance _,
                            Value.Stack _,
                            Value.Tensor _,
                            Value.Unknown _ ->
                            Optional.empty();
                };
        return found.orElseThrow(() -> given.unable("activation", value.get()));
    }
}
