package org.ganatelier.project;

import org.ganatelier.experiment.basics.InvalidValue;
import org.ganatelier.project.sweep.SweepRule;

import java.util.List;
import java.util.Optional;

/** What is wrong with a value of a JSON text. */
public sealed interface JsonProblem {
    /**
     * What is wrong at a place.
     *
     * @param path such as {@code generator.layers.2.filters}
     */
    record At(String path, JsonProblem problem) implements JsonProblem {}

    /**
     * An object has a field that it cannot have.
     *
     * @param nearest a field that it can have
     */
    record UnknownField(String name, Optional<String> nearest) implements JsonProblem {}

    /**
     * There is no such layer, activation or data.
     *
     * @param nearest one that there is
     */
    record UnknownType(Kind kind, String type, Optional<String> nearest) implements JsonProblem {}

    /** An object does not say which layer or activation it is. */
    record NoType(Kind kind) implements JsonProblem {}

    /** There is no value. */
    record Missing(Expected expected) implements JsonProblem {}

    /**
     * There is another value.
     *
     * @param found as JSON
     */
    record Mismatch(Expected expected, String found) implements JsonProblem {}

    /** The value is of the right kind, and the experiment refuses it. */
    record Impossible(InvalidValue.Reason reason) implements JsonProblem {}

    /** A list of numbers is no shape. */
    record NotAShape() implements JsonProblem {}

    /** A shape is not that of an image. */
    record NotAnImageShape() implements JsonProblem {}

    /** The system cannot have a file of that name. */
    record NotAPath(String text) implements JsonProblem {}

    /**
     * A number that no variable can hold.
     *
     * @param found its digits
     */
    record NumberTooLarge(String found) implements JsonProblem {}

    /** The value is of the right kind, and a sweep cannot have it. */
    record AgainstRule(SweepRule rule) implements JsonProblem {}

    /** Anything else. */
    record Unreadable() implements JsonProblem {}

    /** What comes in several types. */
    enum Kind {
        LAYER,
        ACTIVATION,
        DATA
    }

    /** What a value must be. */
    sealed interface Expected {
        /** Any value of a kind. */
        enum Any implements Expected {
            WHOLE_NUMBER,
            NUMBER,
            FLAG,
            TEXT,
            ACTIVATION,
            PADDING,
            LIST,
            OBJECT,
            OBJECT_WITH_TYPE
        }

        /**
         * One of some texts.
         *
         * @param texts as JSON
         */
        record OneOf(List<String> texts) implements Expected {
            public OneOf {
                texts = List.copyOf(texts);
            }
        }
    }
}
