package org.ganatelier.exchange.source;

import org.ganatelier.exchange.code.Python;
import org.ganatelier.exchange.python.Expression;
import org.ganatelier.exchange.python.Expression.Argument;

import java.util.List;

/** Code as it is written, cut where it is long. */
final class Written {
    private static final int LONGEST = 60;
    private static final String DOTS = "…";

    private final StringBuilder text = new StringBuilder();

    private Written() {}

    static String of(Expression expression) {
        var written = new Written();
        written.add(expression);
        return written.text.length() > LONGEST
                ? written.text.substring(0, LONGEST) + DOTS
                : written.text.toString();
    }

    /** A number without a point where it has none. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Python.number(value);
    }

    private void add(Expression expression) {
        if (text.length() > LONGEST) {
            return;
        }
        switch (expression) {
            case Expression.Name(String name, _) -> text.append(name);
            case Expression.Numeral(double value, boolean whole, _) ->
                    text.append(whole ? number(value) : Python.number(value));
            case Expression.Text(String value, _) ->
                    text.append('"')
                            .append(value, 0, Math.min(LONGEST, value.length()))
                            .append('"');
            case Expression.Truth(boolean value, _) -> text.append(Python.truth(value));
            case Expression.Nothing _ -> text.append("None");
            case Expression.Attribute(Expression of, String name, _) -> {
                add(of);
                text.append('.').append(name);
            }
            case Expression.Call(Expression function, List<Argument> arguments, _) -> {
                add(function);
                arguments(arguments);
            }
            case Expression.Index(Expression of, Expression index, _) -> {
                add(of);
                text.append('[');
                add(index);
                text.append(']');
            }
            case Expression.Items(List<Expression> items, boolean square, _) ->
                    items(items, square);
            case Expression.Spread(Expression of, _) -> {
                text.append('*');
                add(of);
            }
            case Expression.Unary(String sign, Expression of, _) -> {
                text.append(sign).append(sign.equals("not") ? " " : "");
                add(of);
            }
            case Expression.Binary(String sign, Expression left, Expression right, _) -> {
                add(left);
                text.append(' ').append(sign).append(' ');
                add(right);
            }
            case Expression.Choice _, Expression.Other _ -> text.append(DOTS);
        }
    }

    private void arguments(List<Argument> arguments) {
        text.append('(');
        for (int i = 0; i < arguments.size(); i++) {
            text.append(i == 0 ? "" : ", ");
            arguments.get(i).name().ifPresent(name -> text.append(name).append('='));
            add(arguments.get(i).value());
        }
        text.append(')');
    }

    private void items(List<Expression> items, boolean square) {
        text.append(square ? '[' : '(');
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : ", ");
            add(items.get(i));
        }
        if (items.size() == 1 && !square) {
            text.append(',');
        }
        text.append(square ? ']' : ')');
    }
}
