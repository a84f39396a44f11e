package org.ganatelier.project;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.objective.Loss;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Jackson complains of, in one sentence for the user. */
final class JsonSentence {
    private JsonSentence() {}

    /** The sentence; {@code tree} is what was read. */
    static String of(JacksonException problem, JsonNode tree) {
        String path = path(problem);
        JsonNode node = find(problem, tree);
        String sentence =
                switch (problem) {
                    case UnrecognizedPropertyException unknown -> unknownField(unknown);
                    case InvalidTypeIdException type -> unknownType(type, node);
                    case MismatchedInputException other ->
                            mismatch(node, expected(elementType(other)));
                    case InputCoercionException other ->
                            mismatch(node, expected(other.getTargetType()));
                    default -> reason(problem);
                };
        return path.isEmpty() ? sentence : path + ": " + sentence;
    }

    private static String unknownField(UnrecognizedPropertyException problem) {
        var known = problem.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
        return "There is no field \"%s\" here%s"
                .formatted(problem.getPropertyName(), hint(problem.getPropertyName(), known));
    }

    private static String unknownType(InvalidTypeIdException problem, JsonNode node) {
        Class<?> base = problem.getBaseType().getRawClass();
        String kind = base == Activation.class ? "activation" : "layer";
        if (problem.getTypeId() == null) {
            return node.isObject()
                    ? "\"type\" is missing: which " + kind + " is it?"
                    : mismatch(node, "an object with a \"type\"");
        }
        var known =
                Arrays.stream(base.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .map(name -> name.equals("Activate") ? "Activation" : name)
                        .toList();
        return "There is no %s \"%s\"%s"
                .formatted(kind, problem.getTypeId(), hint(problem.getTypeId(), known));
    }

    private static String hint(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return ".";
        }
        return Nearest.to(word, known).map(near -> "; did you mean \"" + near + "\"?").orElse(".");
    }

    private static String mismatch(JsonNode node, String expected) {
        return node.isMissingNode()
                ? "This is missing; it must be " + expected + "."
                : "This must be " + expected + ", not " + node + ".";
    }

    /** Of a wrong number inside a list Jackson names the type of the list. */
    private static Class<?> elementType(MismatchedInputException problem) {
        Class<?> type = problem.getTargetType();
        return type.isArray() && problem.getPath().getLast().getPropertyName() == null
                ? type.componentType()
                : type;
    }

    private static String expected(Class<?> type) {
        if (type == int.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(ProjectJson.MAPPER::writeValueAsString)
                    .collect(Collectors.joining(" or "));
        }
        if (type == Loss.class) {
            return Loss.all().stream()
                    .map(loss -> ProjectJson.MAPPER.writeValueAsString(loss.id()))
                    .collect(Collectors.joining(" or "));
        }
        if (type == String.class || type == Path.class) {
            return "text";
        }
        if (type == Activation.class) {
            return "an activation such as \"ReLU\"";
        }
        return type.isArray()
                        || Shape.class.isAssignableFrom(type)
                        || Collection.class.isAssignableFrom(type)
                ? "a list"
                : "an object";
    }

    /** The sentence of the record that refused a value. */
    private static String reason(JacksonException problem) {
        return Stream.iterate((Throwable) problem, Objects::nonNull, Throwable::getCause)
                .filter(IllegalArgumentException.class::isInstance)
                .findFirst()
                .map(cause -> cause.getMessage() + ".")
                .orElseGet(problem::getOriginalMessage);
    }

    private static String path(JacksonException problem) {
        return problem.getPath().stream()
                .map(JsonSentence::step)
                // Nobody wrote this one: see Shorthand.
                .filter(step -> !step.equals(Shorthand.COLLECTION))
                .collect(Collectors.joining("."));
    }

    private static JsonNode find(JacksonException problem, JsonNode tree) {
        JsonNode node = tree;
        for (var reference : problem.getPath()) {
            node =
                    reference.getPropertyName() == null
                            ? node.path(reference.getIndex())
                            : node.path(reference.getPropertyName());
        }
        return node;
    }

    private static String step(JacksonException.Reference reference) {
        return reference.getPropertyName() == null
                ? Integer.toString(reference.getIndex())
                : reference.getPropertyName();
    }
}
