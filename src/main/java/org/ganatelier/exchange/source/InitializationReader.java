package org.ganatelier.exchange.source;

import org.ganatelier.exchange.python.Expression;
import org.ganatelier.exchange.python.Expression.Argument;
import org.ganatelier.experiment.Initialization;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which of this program's initial weights code asks for. */
final class InitializationReader {
    /** As in DCGAN (Radford et al. 2015, arXiv:1511.06434). */
    private static final double DEVIATION = 0.02;

    private InitializationReader() {}

    /** Of a call such as {@code nn.init.normal_(m.weight.data, 0.0, 0.02)}. */
    static Optional<Initialization> read(
            Expression expression, Function<Expression, Value> values) {
        if (!(expression instanceof Expression.Call call)) {
            return Optional.empty();
        }
        Optional<Initialization> word =
                call.arguments().stream()
                        .filter(a -> a.name().equals(Optional.of("kernel_initializer")))
                        .flatMap(a -> ofWord(a.value()).stream())
                        .findFirst();
        return word.or(() -> ofCall(call, values));
    }

    private static Optional<Initialization> ofWord(Expression value) {
        return value instanceof Expression.Text(String word, _)
                ? switch (word) {
                    case "glorot_uniform" -> Optional.of(Initialization.GLOROT_UNIFORM);
                    case "glorot_normal" -> Optional.of(Initialization.GLOROT_NORMAL);
                    case "he_normal" -> Optional.of(Initialization.HE_NORMAL);
                    case "orthogonal" -> Optional.of(Initialization.ORTHOGONAL);
                    default -> Optional.empty();
                }
                : Optional.empty();
    }

    private static Optional<Initialization> ofCall(
            Expression.Call call, Function<Expression, Value> values) {
        return switch (Walk.last(call.function())) {
            case "RandomNormal", "normal_" ->
                    hasDeviation(call, values)
                            ? Optional.of(Initialization.NORMAL_002)
                            : Optional.empty();
            case "xavier_uniform_", "GlorotUniform" -> Optional.of(Initialization.GLOROT_UNIFORM);
            case "xavier_normal_", "GlorotNormal" -> Optional.of(Initialization.GLOROT_NORMAL);
            case "kaiming_normal_", "HeNormal" -> Optional.of(Initialization.HE_NORMAL);
            case "orthogonal_", "Orthogonal" -> Optional.of(Initialization.ORTHOGONAL);
            default -> Optional.empty();
        };
    }

    private static boolean hasDeviation(Expression.Call call, Function<Expression, Value> values) {
        List<Argument> arguments = call.arguments();
        // The mean of gains of batch normalization is 1: that is no weight.
        boolean ofOne =
                arguments.stream()
                        .anyMatch(a -> values.apply(a.value()).number().equals(Optional.of(1.0)));
        return !ofOne
                && arguments.stream()
                        .anyMatch(
                                a ->
                                        values.apply(a.value())
                                                .number()
                                                .equals(Optional.of(DEVIATION)));
    }
}
