package org.ganatelier.exchange.source;

import org.ganatelier.exchange.python.Expression;
import org.ganatelier.exchange.python.Expression.Argument;
import org.ganatelier.exchange.source.Value.Function;
import org.ganatelier.exchange.source.Value.Instance;
import org.ganatelier.exchange.source.Value.Items;
import org.ganatelier.exchange.source.Value.Num;
import org.ganatelier.exchange.source.Value.Path;
import org.ganatelier.exchange.source.Value.Tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what expressions stand for. */
final class Evaluator {
    private final Machine machine;
    private final Calls calls;

    Evaluator(Machine machine) {
        this.machine = machine;
        this.calls = new Calls(machine);
    }

    Value value(Expression expression, Scope scope) {
        machine.step();
        return switch (expression) {
            case Expression.Name(String name, _) -> scope.get(name).orElseGet(() -> new Path(name));
            case Expression.Numeral(double value, boolean whole, _) -> new Num(value, whole);
            case Expression.Text(String text, _) -> new Value.Text(text);
            case Expression.Truth(boolean value, _) -> new Value.Truth(value);
            case Expression.Nothing _ -> new Value.Nothing();
            case Expression.Attribute(Expression of, String name, _) ->
                    attribute(value(of, scope), name);
            case Expression.Call call -> call(call, scope);
            case Expression.Index(Expression of, Expression index, _) ->
                    indexed(value(of, scope), value(index, scope));
            case Expression.Items(List<Expression> items, _, _) -> new Items(list(items, scope));
            case Expression.Spread(Expression of, _) -> value(of, scope);
            case Expression.Unary(String sign, Expression of, _) -> unary(sign, value(of, scope));
            case Expression.Binary binary -> binary(binary, scope);
            case Expression.Choice(Expression test, Expression yes, Expression no, _) ->
                    value(test, scope)
                            .truth()
                            .map(known -> value(known ? yes : no, scope))
                            .orElse(Value.Unknown.VALUE);
            case Expression.Other _ -> Value.Unknown.VALUE;
        };
    }

    private List<Value> list(List<Expression> items, Scope scope) {
        var list = new ArrayList<Value>();
        for (Expression item : items) {
            Value value = value(item, scope);
            if (item instanceof Expression.Spread) {
                Sums.extend(list, value.items().orElse(List.of(Value.Unknown.VALUE)));
            } else {
                list.add(value);
            }
        }
        return list;
    }

    private Value attribute(Value of, String name) {
        return switch (of) {
            case Instance instance -> field(instance, name);
            case Path(String dotted) when dotted.length() < 200 -> {
                Optional<Value> option =
                        dotted.contains(".") ? Optional.empty() : machine.found.option(name);
                yield option.orElseGet(() -> new Path(dotted + "." + name));
            }
            case Path _,
                    Num _,
                    Value.Text _,
                    Value.Truth _,
                    Value.Nothing _,
                    Items _,
                    Function _,
                    Value.Kind _,
                    Value.Layer _,
                    Value.Stack _,
                    Tensor _ ->
                    Value.Unknown.VALUE;
            case Value.Unknown _ -> machine.found.option(name).orElse(Value.Unknown.VALUE);
        };
    }

    private static Value field(Instance instance, String name) {
        Value field = instance.fields().get(name);
        if (field != null) {
            return field;
        }
        Value.Kind kind = instance.kind();
        return kind.method(name)
                .<Value>map(define -> new Function(define, kind.scope(), Optional.of(instance)))
                .orElse(Value.Unknown.VALUE);
    }

    private static Value indexed(Value of, Value index) {
        if (of instanceof Items(List<Value> list) && index instanceof Num(double at, _)) {
            int place = (int) (at < 0 ? list.size() + at : at);
            return place >= 0 && place < list.size() ? list.get(place) : Value.Unknown.VALUE;
        }
        return Value.Unknown.VALUE;
    }

    private static Value unary(String sign, Value of) {
        return switch (sign) {
            case "-" ->
                    of instanceof Num(double value, boolean whole)
                            ? new Num(-value, whole)
                            : Value.Unknown.VALUE;
            case "+" -> of;
            case "not" ->
                    of.truth().<Value>map(yes -> new Value.Truth(!yes)).orElse(Value.Unknown.VALUE);
            default -> Value.Unknown.VALUE;
        };
    }

    private Value binary(Expression.Binary binary, Scope scope) {
        Value left = value(binary.left(), scope);
        Value right = value(binary.right(), scope);
        List<Tensor> tensors = Calls.tensors(List.of(left, right));
        if (tensors.isEmpty()) {
            return Sums.of(binary.sign(), left, right);
        }
        var call =
                new LayerCall(
                        binary.sign(),
                        machine.dialect,
                        Arguments.NONE,
                        Written.of(binary),
                        binary.line());
        return Tensor.of(tensors, new Value.Layer(call));
    }

    private Value call(Expression.Call call, Scope scope) {
        Arguments arguments = arguments(call.arguments(), scope);
        if (call.function() instanceof Expression.Attribute(Expression of, String name, _)) {
            Value owner = value(of, scope);
            if (!(owner instanceof Instance instance)
                    || field(instance, name).equals(Value.Unknown.VALUE)) {
                return calls.method(owner, name, arguments, call);
            }
        }
        return calls.call(value(call.function(), scope), arguments, call);
    }

    private Arguments arguments(List<Argument> written, Scope scope) {
        var placed = new ArrayList<Value>();
        Map<String, Value> named = new HashMap<>();
        for (Argument argument : written) {
            Value value = value(argument.value(), scope);
            if (argument.name().isPresent()) {
                named.put(argument.name().get(), value);
            } else if (argument.value() instanceof Expression.Spread) {
                Sums.extend(placed, value.items().orElse(List.of(Value.Unknown.VALUE)));
            } else {
                placed.add(value);
            }
        }
        return new Arguments(placed, named);
    }
}
