package org.ganatelier.exchange.python;

import java.util.List;
import java.util.Optional;

/** A part of code that has a value. Every one knows its line, from 1. */
public sealed interface Expression {
    /** Where it begins, from 1. */
    int line();

    /** A variable. */
    record Name(String name, int line) implements Expression {}

    /**
     * A number.
     *
     * @param whole whether it is written without a point and a power
     */
    record Numeral(double value, boolean whole, int line) implements Expression {}

    /** A string. */
    record Text(String value, int line) implements Expression {}

    /** True or False. */
    record Truth(boolean value, int line) implements Expression {}

    /** None. */
    record Nothing(int line) implements Expression {}

    /** {@code of.name}. */
    record Attribute(Expression of, String name, int line) implements Expression {}

    /** {@code function(arguments)}. */
    record Call(Expression function, List<Argument> arguments, int line) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code of[index]}. */
    record Index(Expression of, Expression index, int line) implements Expression {}

    /**
     * A list, a tuple or a set.
     *
     * @param square whether in square brackets
     */
    record Items(List<Expression> items, boolean square, int line) implements Expression {
        public Items {
            items = List.copyOf(items);
        }

        /** A tuple. */
        Items(List<Expression> items, int line) {
            this(items, false, line);
        }
    }

    /** {@code *of}: all items of a list. */
    record Spread(Expression of, int line) implements Expression {}

    /** A sign or a word before a value: "-", "+", "~", "not". */
    record Unary(String sign, Expression of, int line) implements Expression {}

    /** A sign or a word between two values, such as "+", "==" or "and". */
    record Binary(String sign, Expression left, Expression right, int line) implements Expression {}

    /** {@code yes if test else no}. */
    record Choice(Expression test, Expression yes, Expression no, int line) implements Expression {}

    /** What may have any value here; parts are what was read of it. */
    record Other(List<Expression> parts, int line) implements Expression {
        public Other {
            parts = List.copyOf(parts);
        }
    }

    /**
     * An argument of a call.
     *
     * @param name where it has one; "**" for a dictionary of arguments
     */
    record Argument(Optional<String> name, Expression value) {}

    /** The words and dots of a plain name such as {@code tf.keras.layers.Dense}. */
    default Optional<String> dotted() {
        return switch (this) {
            case Name(String name, _) -> Optional.of(name);
            case Attribute(Expression of, String name, _) ->
                    of.dotted().map(before -> before + "." + name);
            case Numeral _,
                    Text _,
                    Truth _,
                    Nothing _,
                    Call _,
                    Index _,
                    Items _,
                    Spread _,
                    Unary _,
                    Binary _,
                    Choice _,
                    Other _ ->
                    Optional.empty();
        };
    }
}
