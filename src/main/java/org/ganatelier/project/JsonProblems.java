package org.ganatelier.project;

import org.ganatelier.experiment.basics.InvalidValue;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.project.JsonProblem.Expected;
import org.ganatelier.project.JsonProblem.Expected.Any;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Jackson complains of, as facts of ours. */
final class JsonProblems {
    private JsonProblems() {}

    /** The fact; {@code tree} is what was read. */
    static JsonProblem of(JacksonException problem, JsonNode tree) {
        String path = path(problem);
        JsonNode node = find(problem, tree);
        JsonProblem what =
                switch (problem) {
                    case UnrecognizedPropertyException unknown -> unknownField(unknown);
                    case InvalidTypeIdException type -> unknownType(type, node);
                    case MismatchedInputException other ->
                            mismatch(node, expected(elementType(other)));
                    case InputCoercionException other ->
                            mismatch(node, expected(other.getTargetType()));
                    default -> reason(problem, node);
                };
        return path.isEmpty() ? what : new JsonProblem.At(path, what);
    }

    private static JsonProblem unknownField(UnrecognizedPropertyException problem) {
        var known = problem.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
        return new JsonProblem.UnknownField(
                problem.getPropertyName(), Nearest.to(problem.getPropertyName(), known));
    }

    private static JsonProblem unknownType(InvalidTypeIdException problem, JsonNode node) {
        boolean activation = problem.getBaseType().getRawClass() == Activation.class;
        var kind = activation ? JsonProblem.Kind.ACTIVATION : JsonProblem.Kind.LAYER;
        if (problem.getTypeId() == null) {
            return node.isObject()
                    ? new JsonProblem.NoType(kind)
                    : mismatch(node, Any.OBJECT_WITH_TYPE);
        }
        var known = activation ? ids(Activation.kinds()) : ids(LayerSpec.kinds());
        return new JsonProblem.UnknownType(
                kind, problem.getTypeId(), Nearest.to(problem.getTypeId(), known));
    }

    private static <T> List<String> ids(List<Kind<T>> kinds) {
        return kinds.stream().map(Kind::id).toList();
    }

    private static JsonProblem mismatch(JsonNode node, Expected expected) {
        return node.isMissingNode()
                ? new JsonProblem.Missing(expected)
                : new JsonProblem.Mismatch(expected, node.toString());
    }

    /** Of a wrong number inside a list Jackson names the type of the list. */
    private static Class<?> elementType(MismatchedInputException problem) {
        Class<?> type = problem.getTargetType();
        return type.isArray() && problem.getPath().getLast().getPropertyName() == null
                ? type.componentType()
                : type;
    }

    private static Expected expected(Class<?> type) {
        if (type == int.class || type == long.class || type == Long.class) {
            return Any.WHOLE_NUMBER;
        }
        if (type == double.class || type == Double.class) {
            return Any.NUMBER;
        }
        if (type == boolean.class) {
            return Any.FLAG;
        }
        if (type.isEnum()) {
            return new Expected.OneOf(
                    Arrays.stream(type.getEnumConstants())
                            .map(ProjectJson.MAPPER::writeValueAsString)
                            .toList());
        }
        if (type == Loss.class) {
            return new Expected.OneOf(
                    Loss.all().stream()
                            .map(loss -> ProjectJson.MAPPER.writeValueAsString(loss.id()))
                            .toList());
        }
        if (type == String.class || type == Path.class) {
            return Any.TEXT;
        }
        if (type == Padding.class) {
            return Any.PADDING;
        }
        if (type == Activation.class) {
            return Any.ACTIVATION;
        }
        return type.isArray()
                        || Shape.class.isAssignableFrom(type)
                        || Collection.class.isAssignableFrom(type)
                ? Any.LIST
                : Any.OBJECT;
    }

    /** Why a value was refused. */
    private static JsonProblem reason(JacksonException problem, JsonNode node) {
        return Stream.iterate((Throwable) problem, Objects::nonNull, Throwable::getCause)
                .filter(IllegalArgumentException.class::isInstance)
                .findFirst()
                .map(JsonProblems::refusal)
                .orElseGet(
                        () ->
                                node.isNumber()
                                        ? new JsonProblem.NumberTooLarge(node.toString())
                                        : new JsonProblem.Unreadable());
    }

    private static JsonProblem refusal(Throwable cause) {
        return switch (cause) {
            case InvalidValue invalid -> new JsonProblem.Impossible(invalid.reason());
            case JsonRefusal refusal -> refusal.problem();
            default -> new JsonProblem.Unreadable();
        };
    }

    private static String path(JacksonException problem) {
        return problem.getPath().stream().map(JsonProblems::step).collect(Collectors.joining("."));
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
