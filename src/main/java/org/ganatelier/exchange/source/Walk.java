package org.ganatelier.exchange.source;

import org.ganatelier.exchange.python.Expression;
import org.ganatelier.exchange.python.Expression.Argument;
import org.ganatelier.exchange.python.Statement;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Looks at all expressions of code, outer ones first. */
final class Walk {
    private static final Set<String> BUILDERS =
            Set.of("add", "append", "extend", "insert", "Sequential", "Model", "add_module");

    private static final Set<String> NUMERIC = Set.of("np", "numpy", "tf", "torch", "K", "ops");

    private Walk() {}

    /** All expressions of statements, in the order of the lines. */
    static void through(List<Statement> statements, Consumer<Expression> visitor) {
        statements.forEach(statement -> through(statement, visitor));
    }

    private static void through(Statement statement, Consumer<Expression> visitor) {
        switch (statement) {
            case Statement.Assign(List<Expression> targets, _, Expression value, _) -> {
                targets.forEach(target -> through(target, visitor));
                through(value, visitor);
            }
            case Statement.Evaluate(Expression value, _) -> through(value, visitor);
            case Statement.Define define -> through(define.body(), visitor);
            case Statement.Kind kind -> through(kind.body(), visitor);
            case Statement.Choose(Expression test, var body, var otherwise, _) -> {
                through(test, visitor);
                through(body, visitor);
                through(otherwise, visitor);
            }
            case Statement.Loop(_, Expression over, List<Statement> body, _) -> {
                through(over, visitor);
                through(body, visitor);
            }
            case Statement.Block(List<Statement> body, _) -> through(body, visitor);
            case Statement.Return(Expression value, _) -> through(value, visitor);
            case Statement.Skipped _ -> {}
        }
    }

    /** An expression and all in it. */
    static void through(Expression expression, Consumer<Expression> visitor) {
        visitor.accept(expression);
        switch (expression) {
            case Expression.Attribute(Expression of, _, _) -> through(of, visitor);
            case Expression.Call(Expression function, List<Argument> arguments, _) -> {
                through(function, visitor);
                arguments.forEach(argument -> through(argument.value(), visitor));
            }
            case Expression.Index(Expression of, Expression index, _) -> {
                through(of, visitor);
                through(index, visitor);
            }
            case Expression.Items(List<Expression> items, _, _) ->
                    items.forEach(item -> through(item, visitor));
            case Expression.Spread(Expression of, _) -> through(of, visitor);
            case Expression.Unary(_, Expression of, _) -> through(of, visitor);
            case Expression.Binary(_, Expression left, Expression right, _) -> {
                through(left, visitor);
                through(right, visitor);
            }
            case Expression.Choice(Expression test, Expression yes, Expression no, _) -> {
                through(test, visitor);
                through(yes, visitor);
                through(no, visitor);
            }
            case Expression.Other(List<Expression> parts, _) ->
                    parts.forEach(part -> through(part, visitor));
            case Expression.Name _,
                    Expression.Numeral _,
                    Expression.Text _,
                    Expression.Truth _,
                    Expression.Nothing _ -> {}
        }
    }

    /** Whether a name stands in an expression. */
    static boolean mentions(Expression expression, String name) {
        boolean[] found = {false};
        through(
                expression,
                each -> found[0] |= each instanceof Expression.Name(String n, _) && n.equals(name));
        return found[0];
    }

    /** Whether statements put layers together. */
    static boolean builds(List<Statement> statements) {
        boolean[] found = {false};
        through(
                statements,
                each ->
                        found[0] |=
                                each instanceof Expression.Call call
                                        && BUILDERS.contains(last(call.function()))
                                        && !isNumeric(call.function()));
        return found[0];
    }

    /** {@code np.add} adds numbers, not layers. */
    private static boolean isNumeric(Expression function) {
        return function instanceof Expression.Attribute(Expression of, _, _)
                && of instanceof Expression.Name(String name, _)
                && NUMERIC.contains(name);
    }

    /** The last word of a name; empty where there is none. */
    static String last(Expression function) {
        return switch (function) {
            case Expression.Name(String name, _) -> name;
            case Expression.Attribute(_, String name, _) -> name;
            case Expression.Numeral _,
                    Expression.Text _,
                    Expression.Truth _,
                    Expression.Nothing _,
                    Expression.Call _,
                    Expression.Index _,
                    Expression.Items _,
                    Expression.Spread _,
                    Expression.Unary _,
                    Expression.Binary _,
                    Expression.Choice _,
                    Expression.Other _ ->
                    "";
        };
    }
}
