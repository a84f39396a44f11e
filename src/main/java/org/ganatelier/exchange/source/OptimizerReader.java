package org.ganatelier.exchange.source;

import org.ganatelier.exchange.code.Python;
import org.ganatelier.exchange.model.ImportedSetting;
import org.ganatelier.exchange.model.PlayerNames;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.exchange.python.Expression;
import org.ganatelier.exchange.python.Expression.Argument;
import org.ganatelier.exchange.python.Statement;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.OptimizerSpec.Kind;
import org.ganatelier.experiment.basics.InvalidValue;
import org.ganatelier.experiment.basics.Side;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Optimizers with their rates, and whose they are. One without a number says nothing. */
final class OptimizerReader {
    private final Function<Expression, Value> values;
    private final Found found;
    private final Map<Side, OptimizerSpec> sides = new EnumMap<>(Side.class);
    private Optional<OptimizerSpec> common = Optional.empty();

    OptimizerReader(Function<Expression, Value> values, Found found) {
        this.values = values;
        this.found = found;
    }

    Optional<OptimizerSpec> generator() {
        return Optional.ofNullable(sides.get(Side.GENERATOR)).or(() -> common);
    }

    Optional<OptimizerSpec> discriminator() {
        return Optional.ofNullable(sides.get(Side.DISCRIMINATOR)).or(() -> common);
    }

    void read(List<Statement> statements) {
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.Assign(List<Expression> targets, _, Expression value, _) ->
                        look(value, targets.stream().map(Walk::last).toList());
                case Statement.Evaluate(Expression value, _) -> look(value, owners(value));
                case Statement.Return(Expression value, _) -> look(value, List.of());
                case Statement.Define define -> read(define.body());
                case Statement.Kind kind -> read(kind.body());
                case Statement.Choose choose -> {
                    read(choose.body());
                    read(choose.otherwise());
                }
                case Statement.Loop loop -> read(loop.body());
                case Statement.Block block -> read(block.body());
                case Statement.Skipped _ -> {}
            }
        }
    }

    /** {@code discriminator.compile(...)}: the discriminator. */
    private static List<String> owners(Expression value) {
        return value instanceof Expression.Call call
                        && call.function() instanceof Expression.Attribute(Expression of, _, _)
                ? List.of(Walk.last(of))
                : List.of();
    }

    private void look(Expression expression, List<String> names) {
        Walk.through(
                expression,
                each -> {
                    if (each instanceof Expression.Call call) {
                        look(call, expression, names);
                    }
                });
    }

    @SuppressWarnings("ReferenceEquality") // an equal call may be another argument
    private void look(Expression.Call call, Expression whole, List<String> around) {
        Optional<Kind> kind = kind(Walk.last(call.function()));
        if (kind.isEmpty()) {
            return;
        }
        var names = new ArrayList<>(around);
        call.arguments().forEach(argument -> words(argument.value(), names));
        if (whole instanceof Expression.Call outer) {
            // compile(g_optimizer=Adam(...)): the name of the argument.
            outer.arguments().stream()
                    .filter(argument -> argument.value() == call)
                    .forEach(argument -> argument.name().ifPresent(name -> names.addFirst(name)));
        }
        try {
            spec(kind.get(), call).ifPresent(spec -> take(spec, PlayerNames.of(names), call));
        } catch (InvalidValue e) {
            found.remark(call.line(), new Fact.Impossible(Written.of(call), e.reason()));
        }
    }

    private static void words(Expression value, List<String> names) {
        Walk.through(
                value,
                each -> {
                    if (each instanceof Expression.Name(String name, _)) {
                        names.add(name);
                    }
                });
    }

    private void take(OptimizerSpec spec, Optional<Side> side, Expression.Call call) {
        if (side.isEmpty()) {
            common = common.or(() -> Optional.of(spec));
        }
        for (Side each : side.map(List::of).orElse(List.of(Side.values()))) {
            if (side.isPresent()) {
                sides.putIfAbsent(each, spec);
            }
            ImportedSetting setting =
                    switch (each) {
                        case GENERATOR -> ImportedSetting.GENERATOR_OPTIMIZER;
                        case DISCRIMINATOR -> ImportedSetting.DISCRIMINATOR_OPTIMIZER;
                    };
            found.remark(call.line(), new Fact.Taken(Written.of(call), setting, shown(spec)));
        }
    }

    /** "Adam 0.0002 (0.5, 0.999)". */
    private static String shown(OptimizerSpec spec) {
        String rate = spec.kind().title() + " " + Python.number(spec.learningRate());
        String beta1 = Python.number(spec.beta1());
        String beta2 = Python.number(spec.beta2());
        return switch (spec.kind()) {
            case ADAM, ADAMW -> rate + " (" + beta1 + ", " + beta2 + ")";
            case RMSPROP -> rate + " (" + beta2 + ")";
            case SGD -> rate + " (" + beta1 + ")";
        };
    }

    private static Optional<Kind> kind(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "adam" -> Optional.of(Kind.ADAM);
            case "adamw" -> Optional.of(Kind.ADAMW);
            case "rmsprop" -> Optional.of(Kind.RMSPROP);
            case "sgd" -> Optional.of(Kind.SGD);
            default -> Optional.empty();
        };
    }

    private Optional<OptimizerSpec> spec(Kind kind, Expression.Call call) {
        List<Argument> placed =
                call.arguments().stream().filter(argument -> argument.name().isEmpty()).toList();
        // PyTorch's first argument is what is trained.
        boolean torch = !placed.isEmpty() && number(placed.getFirst().value()).isEmpty();
        int first = torch ? 1 : 0;
        Optional<Double> rate = any(call, "lr", "learning_rate").or(() -> at(placed, first));
        Optional<List<Value>> betas =
                named(call, "betas").or(() -> value(placed, first + 1)).flatMap(Value::items);
        Optional<Double> beta1 =
                any(call, "beta_1", "momentum")
                        .or(
                                () ->
                                        betas.flatMap(
                                                b ->
                                                        b.isEmpty()
                                                                ? Optional.empty()
                                                                : b.get(0).number()))
                        .or(() -> at(placed, first + 1));
        Optional<Double> beta2 =
                any(call, "beta_2", "rho", "alpha")
                        .or(
                                () ->
                                        betas.flatMap(
                                                b ->
                                                        b.size() < 2
                                                                ? Optional.empty()
                                                                : b.get(1).number()))
                        .or(() -> torch ? Optional.empty() : at(placed, first + 2));
        if (rate.isEmpty() && beta1.isEmpty() && beta2.isEmpty()) {
            return Optional.empty();
        }
        OptimizerSpec spec = OptimizerSpec.usual(kind);
        spec = spec.withLearningRate(rate.orElse(spec.learningRate()));
        return Optional.of(withBetas(spec, kind, beta1, beta2, placed, first));
    }

    private OptimizerSpec withBetas(
            OptimizerSpec spec,
            Kind kind,
            Optional<Double> beta1,
            Optional<Double> beta2,
            List<Argument> placed,
            int first) {
        return switch (kind) {
            case ADAM, ADAMW ->
                    spec.withBeta1(beta1.orElse(spec.beta1()))
                            .withBeta2(beta2.orElse(spec.beta2()));
            // Its second number is the share of the old squares that is kept.
            case RMSPROP ->
                    spec.withBeta2(beta2.or(() -> at(placed, first + 1)).orElse(spec.beta2()));
            case SGD -> spec.withBeta1(beta1.orElse(spec.beta1()));
        };
    }

    private Optional<Double> number(Expression expression) {
        return values.apply(expression).number();
    }

    private Optional<Double> at(List<Argument> placed, int place) {
        return value(placed, place).flatMap(Value::number);
    }

    private Optional<Value> value(List<Argument> placed, int place) {
        return place < placed.size()
                ? Optional.of(values.apply(placed.get(place).value()))
                : Optional.empty();
    }

    private Optional<Value> named(Expression.Call call, String name) {
        return call.arguments().stream()
                .filter(argument -> argument.name().equals(Optional.of(name)))
                .map(argument -> values.apply(argument.value()))
                .findFirst();
    }

    private Optional<Double> any(Expression.Call call, String... names) {
        return List.of(names).stream()
                .flatMap(name -> named(call, name).flatMap(Value::number).stream())
                .findFirst();
    }
}
