package org.ganatelier.exchange.source;

import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.python.Expression;
import org.ganatelier.exchange.source.Value.Items;
import org.ganatelier.exchange.source.Value.Layer;
import org.ganatelier.exchange.source.Value.Num;
import org.ganatelier.exchange.source.Value.Path;
import org.ganatelier.exchange.source.Value.Stack;
import org.ganatelier.exchange.source.Value.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What calls of the frameworks and of Python itself give, as far as models need them. */
final class Library {
    private static final Set<String> NORMS = Set.of("spectral_norm", "SpectralNormalization");
    private static final int LONGEST_RANGE = 10_000;

    private final Machine machine;

    Library(Machine machine) {
        this.machine = machine;
    }

    Value call(Path path, Arguments arguments, Expression.Call call) {
        String name = path.last();
        if (NORMS.contains(name)
                && arguments.at(0).orElse(Value.Unknown.VALUE) instanceof Layer(LayerCall layer)) {
            return new Layer(layer.spectrallyNormalized());
        }
        return switch (name) {
            case "Sequential" -> sequential(arguments, call.line());
            case "Model" -> model(arguments, call);
            case "Input" -> input(arguments, layer(path, arguments, call));
            case "OrderedDict", "ModuleList", "list", "tuple" ->
                    arguments
                            .at(0)
                            .flatMap(Value::items)
                            .<Value>map(Items::of)
                            .orElse(Items.of(List.of()));
            case "range" -> range(arguments);
            case "len" ->
                    arguments
                            .at(0)
                            .flatMap(Value::items)
                            .map(i -> Value.number(i.size()))
                            .orElse(Value.Unknown.VALUE);
            case "int", "round", "floor" ->
                    number(arguments)
                            .map(n -> Value.number(n < 0 ? Math.ceil(n) : Math.floor(n)))
                            .orElse(Value.Unknown.VALUE);
            case "float" ->
                    number(arguments)
                            .<Value>map(n -> new Num(n, false))
                            .orElse(Value.Unknown.VALUE);
            case "prod" -> product(arguments);
            case "max", "min" -> extreme(name, arguments);
            case "log2" ->
                    number(arguments)
                            .map(n -> Value.number(Math.log(n) / Math.log(2)))
                            .orElse(Value.Unknown.VALUE);
            case "add_argument" -> option(arguments);
            default -> other(path, arguments, call);
        };
    }

    private LayerCall layer(Path path, Arguments arguments, Expression.Call call) {
        return new LayerCall(
                path.last(),
                machine.dialect.ofPath(path.dotted()),
                arguments,
                Written.of(call),
                call.line());
    }

    /** A function on what flows between layers, or the constructor of a layer. */
    private Value other(Path path, Arguments arguments, Expression.Call call) {
        boolean constructor = Character.isUpperCase(path.last().codePointAt(0));
        List<Tensor> tensors = Calls.tensors(arguments);
        if (tensors.isEmpty()) {
            return constructor ? new Layer(layer(path, arguments, call)) : Value.Unknown.VALUE;
        }
        return Tensor.of(tensors, new Layer(layer(path, arguments, call)));
    }

    private Value sequential(Arguments arguments, int line) {
        List<Value> pieces = new ArrayList<>();
        for (Value argument : arguments.placed()) {
            Sums.extend(pieces, argument.items().orElseGet(() -> List.of(argument)));
        }
        arguments.get("layers", -1).flatMap(Value::items).ifPresent(l -> Sums.extend(pieces, l));
        pieces.replaceAll(Library::second);
        Stack stack = new Stack(pieces, line);
        name(stack, arguments);
        return machine.found.made(stack);
    }

    /** The layer of a pair of a name and a layer. */
    private static Value second(Value piece) {
        return piece instanceof Items(List<Value> pair)
                        && pair.size() == 2
                        && pair.getFirst() instanceof Value.Text
                ? pair.getLast()
                : piece;
    }

    private static void name(Stack stack, Arguments arguments) {
        if (arguments.get("name", -1).orElse(Value.Unknown.VALUE)
                instanceof Value.Text(String name)) {
            stack.names().add(name);
        }
    }

    private Value model(Arguments arguments, Expression.Call call) {
        Optional<Value> outputs = arguments.get("outputs", 1).or(() -> arguments.get("output", -1));
        List<Tensor> ends = Calls.tensors(outputs.map(List::of).orElse(List.of()));
        if (ends.isEmpty()) {
            return Value.Unknown.VALUE;
        }
        if (ends.size() > 1) {
            machine.found.remark(call.line(), new Remark.Fact.Trunk(Written.of(call)));
        }
        Trunk.Way way = Trunk.to(ends.getFirst());
        var stack =
                new Stack(
                        new ArrayList<>(way.pieces()), way.trunk(), new Value.Names(), call.line());
        name(stack, arguments);
        return machine.found.made(stack);
    }

    private static Value input(Arguments arguments, LayerCall call) {
        Value type = arguments.get("dtype", -1).orElse(Value.Unknown.VALUE);
        Value name = arguments.get("name", -1).orElse(Value.Unknown.VALUE);
        boolean label =
                (type instanceof Value.Text(String text) && text.contains("int"))
                        || (type instanceof Path(String dotted) && dotted.contains("int"))
                        || (name instanceof Value.Text(String said) && said.contains("label"));
        return Tensor.input(Optional.of(call), label);
    }

    private static Value range(Arguments arguments) {
        List<Double> numbers = new ArrayList<>();
        for (Value value : arguments.placed()) {
            Optional<Double> number = value.number();
            if (number.isEmpty()) {
                return Value.Unknown.VALUE;
            }
            numbers.add(number.get());
        }
        if (numbers.isEmpty() || numbers.size() > 3) {
            return Value.Unknown.VALUE;
        }
        double from = numbers.size() == 1 ? 0 : numbers.get(0);
        double to = numbers.size() == 1 ? numbers.get(0) : numbers.get(1);
        double by = numbers.size() == 3 ? numbers.get(2) : 1;
        if (by == 0 || !(Math.abs((to - from) / by) < LONGEST_RANGE)) {
            return Value.Unknown.VALUE;
        }
        List<Value> all = new ArrayList<>();
        for (double i = from; by > 0 ? i < to : i > to; i += by) {
            all.add(Value.number(i));
        }
        return new Items(all);
    }

    private static Optional<Double> number(Arguments arguments) {
        return arguments.at(0).flatMap(Value::number).filter(Double::isFinite);
    }

    private static Value product(Arguments arguments) {
        Optional<List<Value>> items = arguments.at(0).flatMap(Value::items);
        if (items.isEmpty()) {
            return Value.Unknown.VALUE;
        }
        double product = 1;
        for (Value item : items.get()) {
            Optional<Double> number = item.number();
            if (number.isEmpty()) {
                return Value.Unknown.VALUE;
            }
            product *= number.get();
        }
        return Value.number(product);
    }

    private static Value extreme(String name, Arguments arguments) {
        List<Value> all =
                arguments.placed().size() == 1
                        ? arguments.at(0).flatMap(Value::items).orElse(List.of())
                        : arguments.placed();
        if (all.isEmpty() || !all.stream().allMatch(each -> each.number().isPresent())) {
            return Value.Unknown.VALUE;
        }
        var numbers = all.stream().mapToDouble(each -> each.number().orElseThrow());
        return Value.number(
                name.equals("max") ? numbers.max().orElseThrow() : numbers.min().orElseThrow());
    }

    private Value option(Arguments arguments) {
        Optional<Value> usual = arguments.get("default", -1);
        for (Value name : arguments.placed()) {
            if (name instanceof Value.Text(String text) && usual.isPresent()) {
                machine.found.option(text.replaceAll("^-+", "").replace('-', '_'), usual.get());
            }
        }
        return Value.Unknown.VALUE;
    }
}
