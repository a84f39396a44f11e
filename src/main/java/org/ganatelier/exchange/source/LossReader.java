package org.ganatelier.exchange.source;

import org.ganatelier.exchange.python.Code;
import org.ganatelier.exchange.python.Expression;
import org.ganatelier.exchange.python.Expression.Argument;
import org.ganatelier.experiment.objective.Hinge;
import org.ganatelier.experiment.objective.LeastSquares;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Wasserstein;
import org.ganatelier.experiment.objective.WassersteinGp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The losses that code names. */
final class LossReader {
    /** The later in the list, the less it says: many a WGAN names other losses as well. */
    private static final List<Class<? extends Loss>> BEFORE =
            List.of(
                    WassersteinGp.class,
                    Wasserstein.class,
                    Hinge.class,
                    NonSaturating.class,
                    LeastSquares.class);

    /** Where a loss is named. */
    record Place(String theirs, Loss loss, int line) {}

    private final List<Place> places = new ArrayList<>();
    private boolean logits;

    private LossReader() {}

    static LossReader of(Code code) {
        var reader = new LossReader();
        Walk.through(code.statements(), reader::look);
        return reader;
    }

    /** Whether the loss has a sigmoid of its own. */
    boolean takesLogits() {
        return logits;
    }

    Optional<Place> found() {
        return BEFORE.stream()
                .flatMap(kind -> places.stream().filter(p -> kind.isInstance(p.loss)).limit(1))
                .findFirst();
    }

    private void look(Expression expression) {
        if (!(expression instanceof Expression.Call call)) {
            return;
        }
        String name = Walk.last(call.function());
        named(name).ifPresent(loss -> add(call, loss));
        logits |= name.equals("BCEWithLogitsLoss");
        logits |= name.endsWith("binary_cross_entropy_with_logits");
        logits |= name.contains("sigmoid_cross_entropy");
        for (Argument argument : call.arguments()) {
            String of = argument.name().orElse("");
            logits |=
                    of.equals("from_logits")
                            && argument.value() instanceof Expression.Truth(boolean yes, _)
                            && yes;
            if (of.equals("loss") || of.equals("loss_fn")) {
                word(argument.value()).flatMap(LossReader::named).ifPresent(l -> add(call, l));
            }
        }
    }

    private void add(Expression.Call call, Loss loss) {
        places.add(new Place(Written.of(call), loss, call.line()));
    }

    /** A string, a name, or the first of a list of them. */
    private static Optional<String> word(Expression value) {
        return switch (value) {
            case Expression.Text(String text, _) -> Optional.of(text);
            case Expression.Items(List<Expression> items, _, _) when !items.isEmpty() ->
                    word(items.getFirst());
            case Expression.Name _, Expression.Attribute _ -> Optional.of(Walk.last(value));
            case Expression.Items _,
                    Expression.Numeral _,
                    Expression.Truth _,
                    Expression.Nothing _,
                    Expression.Call _,
                    Expression.Index _,
                    Expression.Spread _,
                    Expression.Unary _,
                    Expression.Binary _,
                    Expression.Choice _,
                    Expression.Other _ ->
                    Optional.empty();
        };
    }

    private static Optional<Loss> named(String name) {
        String small = name.toLowerCase(Locale.ROOT).replace("_", "");
        if (small.contains("gradientpenalty")) {
            return Optional.of(new WassersteinGp());
        }
        if (small.contains("wasserstein") || small.equals("clamp") || small.equals("clipbyvalue")) {
            return Optional.of(new Wasserstein());
        }
        if (small.startsWith("hinge")) {
            return Optional.of(new Hinge());
        }
        return switch (small) {
            case "bceloss",
                    "bcewithlogitsloss",
                    "binarycrossentropy",
                    "binarycrossentropywithlogits",
                    "sigmoidcrossentropywithlogits" ->
                    Optional.of(new NonSaturating());
            case "mseloss", "mse", "meansquarederror" -> Optional.of(new LeastSquares());
            default -> Optional.empty();
        };
    }
}
