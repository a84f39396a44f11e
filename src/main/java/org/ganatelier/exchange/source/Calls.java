package org.ganatelier.exchange.source;

import org.ganatelier.exchange.python.Expression;
import org.ganatelier.exchange.source.Value.Function;
import org.ganatelier.exchange.source.Value.Instance;
import org.ganatelier.exchange.source.Value.Items;
import org.ganatelier.exchange.source.Value.Layer;
import org.ganatelier.exchange.source.Value.Num;
import org.ganatelier.exchange.source.Value.Path;
import org.ganatelier.exchange.source.Value.Stack;
import org.ganatelier.exchange.source.Value.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Says what calls give: of functions, classes, layers and methods. */
final class Calls {
    /** Methods that give back what they belong to. */
    private static final Set<String> SAME =
            Set.of(
                    "to",
                    "cuda",
                    "cpu",
                    "apply",
                    "float",
                    "double",
                    "half",
                    "eval",
                    "train",
                    "contiguous",
                    "detach",
                    "clone",
                    "type",
                    "requires_grad_",
                    "copy");

    /** Methods that give something other than what flows through layers. */
    private static final Set<String> SIZES = Set.of("size", "dim", "numpy", "item", "backward");

    private final Machine machine;
    private final Library library;

    Calls(Machine machine) {
        this.machine = machine;
        this.library = new Library(machine);
    }

    /** What flows between layers among values, in lists too. */
    static List<Tensor> tensors(List<Value> values) {
        return values.stream()
                .flatMap(value -> value.items().map(List::stream).orElse(Stream.of(value)))
                .filter(Tensor.class::isInstance)
                .map(Tensor.class::cast)
                .toList();
    }

    static List<Tensor> tensors(Arguments arguments) {
        return tensors(
                Stream.concat(arguments.placed().stream(), arguments.named().values().stream())
                        .toList());
    }

    Value call(Value function, Arguments arguments, Expression.Call call) {
        return switch (function) {
            case Function f -> machine.call(f, arguments);
            case Value.Kind kind -> machine.create(kind, arguments);
            case Path path -> library.call(path, arguments, call);
            case Layer _, Stack _, Instance _ -> applied(function, arguments);
            case Num _,
                    Value.Text _,
                    Value.Truth _,
                    Value.Nothing _,
                    Items _,
                    Tensor _,
                    Value.Unknown _ ->
                    Value.Unknown.VALUE;
        };
    }

    private static Value applied(Value function, Arguments arguments) {
        List<Tensor> tensors = tensors(arguments);
        if (tensors.isEmpty()) {
            return Value.Unknown.VALUE;
        }
        var made = Tensor.of(tensors, function);
        boolean embeds =
                function instanceof Layer(LayerCall call)
                        && Set.of("Embedding", "CategoryEncoding").contains(call.name());
        return embeds ? made.ofLabels() : made;
    }

    Value method(Value of, String name, Arguments arguments, Expression.Call call) {
        return switch (of) {
            case Path(String dotted) ->
                    library.call(new Path(dotted + "." + name), arguments, call);
            case Items(List<Value> list) -> ofList(list, name, arguments);
            case Stack stack -> ofStack(stack, name, arguments);
            case Tensor tensor -> ofTensor(tensor, name, arguments, call);
            case Instance instance -> ofInstance(instance, name, arguments);
            // An object that may be no layer, such as what reads the options of a command line.
            case Layer layer ->
                    SAME.contains(name) ? layer : library.call(new Path(name), arguments, call);
            case Value.Unknown _ ->
                    name.equals("add_argument")
                            ? library.call(new Path(name), arguments, call)
                            : Value.Unknown.VALUE;
            case Num _, Value.Text _, Value.Truth _, Value.Nothing _, Function _, Value.Kind _ ->
                    Value.Unknown.VALUE;
        };
    }

    private static Value ofList(List<Value> list, String name, Arguments arguments) {
        switch (name) {
            case "append" -> Sums.extend(list, arguments.placed());
            case "extend" ->
                    arguments.at(0).flatMap(Value::items).ifPresent(m -> Sums.extend(list, m));
            case "insert" -> {
                int place = (int) (double) arguments.at(0).flatMap(Value::number).orElse(0.0);
                arguments
                        .at(1)
                        .ifPresent(value -> list.add(Math.clamp(place, 0, list.size()), value));
            }
            case "copy" -> {
                return Items.of(list);
            }
            default -> {
                return Value.Unknown.VALUE;
            }
        }
        return new Value.Nothing();
    }

    private static Value ofStack(Stack stack, String name, Arguments arguments) {
        switch (name) {
            case "add", "append" -> arguments.at(0).ifPresent(piece -> add(stack, piece));
            case "add_module" -> arguments.at(1).ifPresent(piece -> add(stack, piece));
            case "pop" -> {
                if (!stack.pieces().isEmpty()) {
                    stack.pieces().removeLast();
                }
            }
            default -> {
                return SAME.contains(name) ? stack : Value.Unknown.VALUE;
            }
        }
        return new Value.Nothing();
    }

    @SuppressWarnings("ReferenceEquality") // only the stack itself is no piece of its own
    private static void add(Stack stack, Value piece) {
        if (piece != stack) {
            Sums.extend(stack.pieces(), List.of(piece));
        }
    }

    private static Value ofInstance(Instance instance, String name, Arguments arguments) {
        if (name.equals("add_module")
                && arguments.at(0).orElse(Value.Unknown.VALUE)
                        instanceof Value.Text(String field)) {
            arguments.at(1).ifPresent(value -> instance.fields().put(field, value));
            return new Value.Nothing();
        }
        boolean forward = name.equals("forward") || name.equals("call");
        return forward
                ? applied(instance, arguments)
                : SAME.contains(name) ? instance : Value.Unknown.VALUE;
    }

    private Value ofTensor(Tensor tensor, String name, Arguments arguments, Expression.Call call) {
        if (SAME.contains(name)) {
            return tensor;
        }
        if (SIZES.contains(name)) {
            return Value.Unknown.VALUE;
        }
        var from = new ArrayList<Tensor>(List.of(tensor));
        from.addAll(tensors(arguments));
        var layer =
                new LayerCall(
                        name.toLowerCase(Locale.ROOT),
                        machine.dialect,
                        arguments,
                        Written.of(call),
                        call.line());
        return Tensor.of(from, new Layer(layer));
    }
}
