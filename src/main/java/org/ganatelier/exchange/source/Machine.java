package org.ganatelier.exchange.source;

import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.python.Expression;
import org.ganatelier.exchange.python.Statement;
import org.ganatelier.exchange.python.Statement.Assign;
import org.ganatelier.exchange.python.Statement.Block;
import org.ganatelier.exchange.python.Statement.Choose;
import org.ganatelier.exchange.python.Statement.Define;
import org.ganatelier.exchange.python.Statement.Evaluate;
import org.ganatelier.exchange.python.Statement.Kind;
import org.ganatelier.exchange.python.Statement.Loop;
import org.ganatelier.exchange.python.Statement.Parameter;
import org.ganatelier.exchange.python.Statement.Return;
import org.ganatelier.exchange.python.Statement.Skipped;
import org.ganatelier.exchange.source.Value.Function;
import org.ganatelier.exchange.source.Value.Instance;
import org.ganatelier.exchange.source.Value.Items;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows what code builds. Every statement and expression costs a step, calls go a few levels
 * deep, lists have an end: whatever the text is, this comes to one.
 */
final class Machine {
    private static final int MOST_STEPS = 200_000;
    private static final int DEEPEST = 24;
    private static final int MOST_TURNS = 64;

    final Found found;
    final Dialect dialect;
    private final Evaluator evaluator;
    private int steps;
    private int depth;

    Machine(Dialect dialect, Found found) {
        this.dialect = dialect;
        this.found = found;
        this.evaluator = new Evaluator(this);
    }

    /** Counts a step. */
    void step() {
        steps++;
        if (steps > MOST_STEPS) {
            throw new Halt();
        }
    }

    /** Whether a function is followed, not the text itself. */
    private boolean inside() {
        return depth > 0;
    }

    /** Follows statements until one returns a value. */
    Optional<Value> follow(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            step();
            Optional<Value> returned = follow(statement, scope);
            if (returned.isPresent()) {
                return returned;
            }
        }
        return Optional.empty();
    }

    private Optional<Value> follow(Statement statement, Scope scope) {
        switch (statement) {
            case Assign assign -> assign(assign, scope);
            case Evaluate(Expression value, _) -> {
                var _ = evaluator.value(value, scope);
            }
            case Define define ->
                    scope.set(define.name(), new Function(define, scope, Optional.empty()));
            case Kind kind -> scope.set(kind.name(), new Value.Kind(kind, scope));
            case Choose choose -> {
                return choose(choose, scope);
            }
            case Loop loop -> {
                return loop(loop, scope);
            }
            case Block(List<Statement> body, _) -> {
                return follow(body, scope);
            }
            case Return(Expression value, _) -> {
                return Optional.of(evaluator.value(value, scope));
            }
            case Skipped _ -> {}
        }
        return Optional.empty();
    }

    private void assign(Assign assign, Scope scope) {
        Value value = evaluator.value(assign.value(), scope);
        for (Expression target : assign.targets()) {
            switch (assign.sign()) {
                case "=" -> set(target, value, scope);
                case "+=" -> {
                    Value before = evaluator.value(target, scope);
                    if (before instanceof Items(List<Value> list) && value.items().isPresent()) {
                        Sums.extend(list, value.items().get());
                    } else {
                        set(target, Sums.of("+", before, value), scope);
                    }
                }
                default -> {
                    String sign = assign.sign().substring(0, assign.sign().length() - 1);
                    Value before = evaluator.value(target, scope);
                    set(target, Sums.of(sign, before, value), scope);
                }
            }
        }
    }

    /** Gives a variable, a field, or several of them a value. */
    void set(Expression target, Value value, Scope scope) {
        switch (target) {
            case Expression.Name(String name, _) -> {
                called(value, name);
                scope.set(name, value);
            }
            case Expression.Attribute(Expression of, String name, int line) -> {
                Value owner = evaluator.value(of, scope);
                if (owner instanceof Instance instance) {
                    called(value, name);
                    instance.fields().put(name, value);
                } else if (name.equals("trainable") && value.truth().equals(Optional.of(false))) {
                    found.remark(line, new Remark.Fact.Frozen(Written.of(target)));
                }
            }
            case Expression.Items(List<Expression> items, _, _) -> {
                List<Value> values = value.items().orElse(List.of());
                for (int i = 0; i < items.size(); i++) {
                    boolean known = values.size() == items.size();
                    set(items.get(i), known ? values.get(i) : Value.Unknown.VALUE, scope);
                }
            }
            case Expression.Index _,
                    Expression.Numeral _,
                    Expression.Text _,
                    Expression.Truth _,
                    Expression.Nothing _,
                    Expression.Call _,
                    Expression.Spread _,
                    Expression.Unary _,
                    Expression.Binary _,
                    Expression.Choice _,
                    Expression.Other _ -> {}
        }
    }

    private static void called(Value value, String name) {
        switch (value) {
            case Value.Stack stack -> stack.names().add(name);
            case Instance instance -> instance.names().add(name);
            case Value.Num _,
                    Value.Text _,
                    Value.Truth _,
                    Value.Nothing _,
                    Items _,
                    Value.Path _,
                    Function _,
                    Value.Kind _,
                    Value.Layer _,
                    Value.Tensor _,
                    Value.Unknown _ -> {}
        }
    }

    private Optional<Value> choose(Choose choose, Scope scope) {
        Optional<Boolean> test = evaluator.value(choose.test(), scope).truth();
        boolean begin = Walk.mentions(choose.test(), "__name__");
        if (test.isPresent() || begin) {
            boolean yes = begin || test.get();
            return follow(yes ? choose.body() : choose.otherwise(), scope);
        }
        if (inside() && choose.otherwise().isEmpty() && Walk.builds(choose.body())) {
            found.remark(
                    choose.line(), new Remark.Fact.Undecided("if " + Written.of(choose.test())));
        }
        return follow(choose.otherwise(), scope);
    }

    private Optional<Value> loop(Loop loop, Scope scope) {
        Value over = evaluator.value(loop.over(), scope);
        Optional<List<Value>> turns = loop.target().flatMap(_ -> over.items());
        boolean builds = Walk.builds(loop.body());
        if (turns.isEmpty() || turns.get().size() > MOST_TURNS) {
            if (builds && inside()) {
                found.remark(
                        loop.line(), new Remark.Fact.Undecided("for " + Written.of(loop.over())));
            }
            return Optional.empty();
        }
        if (!builds && !inside()) {
            return Optional.empty();
        }
        for (Value turn : List.copyOf(turns.get())) {
            set(loop.target().orElseThrow(), turn, scope);
            Optional<Value> returned = follow(loop.body(), scope);
            if (returned.isPresent()) {
                return returned;
            }
        }
        return Optional.empty();
    }

    /** What a function returns. */
    Value call(Function function, Arguments arguments) {
        Define define = function.define();
        found.called(define);
        if (depth >= DEEPEST) {
            throw new Halt();
        }
        depth++;
        var scope = new Scope(Optional.of(function.scope()));
        bind(define, function.self(), arguments, scope);
        Value returned = follow(define.body(), scope).orElse(new Value.Nothing());
        depth--;
        if (returned instanceof Value.Stack stack) {
            stack.names().add(define.name());
        }
        return returned;
    }

    private void bind(Define define, Optional<Instance> self, Arguments arguments, Scope scope) {
        var placed = new ArrayList<Value>(self.<List<Value>>map(List::of).orElse(List.of()));
        placed.addAll(arguments.placed());
        for (int i = 0; i < define.parameters().size(); i++) {
            Parameter parameter = define.parameters().get(i);
            Optional<Value> given =
                    new Arguments(placed, arguments.named()).get(parameter.name(), i);
            Value value =
                    given.orElseGet(
                            () ->
                                    parameter
                                            .usual()
                                            .map(usual -> evaluator.value(usual, scope))
                                            .orElse(Value.Unknown.VALUE));
            scope.set(parameter.name(), value);
        }
    }

    /** A new object of a class, with what its constructor sets. */
    Value create(Value.Kind kind, Arguments arguments) {
        var instance = new Instance(kind);
        found.created(instance);
        kind.method("__init__")
                .ifPresent(
                        init ->
                                call(
                                        new Function(init, kind.scope(), Optional.of(instance)),
                                        arguments));
        return instance;
    }

    /** What an expression stands for. */
    Value value(Expression expression, Scope scope) {
        return evaluator.value(expression, scope);
    }
}
