package org.ganatelier.project;

import org.ganatelier.project.JsonProblem.Expected;
import org.ganatelier.project.JsonProblem.Expected.Any;
import org.ganatelier.project.sweep.SweepRule;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads values of a sweep file one by one and remembers all that is wrong with them. */
final class SweepFields {
    private final List<FileProblem> problems = new ArrayList<>();

    /**
     * Tells what is wrong.
     *
     * @throws SweepException where anything is
     */
    void requireNone() throws SweepException {
        if (!problems.isEmpty()) {
            throw new SweepException(problems);
        }
    }

    void add(FileProblem problem) {
        problems.add(problem);
    }

    /** A value is of the right kind and cannot be. Nothing is said twice of one place. */
    void refuse(String place, SweepRule rule) {
        add(place, new JsonProblem.AgainstRule(rule));
    }

    private void add(String place, JsonProblem problem) {
        boolean known =
                problems.stream()
                        .anyMatch(
                                other ->
                                        other
                                                        instanceof
                                                        FileProblem.WrongJson(
                                                                JsonProblem.At(String where, _))
                                                && where.equals(place));
        if (!known) {
            problems.add(new FileProblem.WrongJson(new JsonProblem.At(place, problem)));
        }
    }

    /** An object has no other fields than these. */
    void allow(JsonNode object, String place, Set<String> known) {
        object.forEachEntry(
                (name, _) -> {
                    if (!known.contains(name)) {
                        var unknown =
                                new JsonProblem.UnknownField(
                                        name, Nearest.to(name, known.stream().sorted().toList()));
                        add(place.isEmpty() ? name : place + "." + name, unknown);
                    }
                });
    }

    boolean isObject(JsonNode node, String place) {
        return is(node.isObject(), node, place, Any.OBJECT);
    }

    /** A list of at least one value. */
    boolean isFilledList(JsonNode node, String place) {
        if (!is(node.isArray(), node, place, Any.LIST)) {
            return false;
        }
        if (node.isEmpty()) {
            refuse(place, SweepRule.NOT_EMPTY);
        }
        return !node.isEmpty();
    }

    /** A whole number; 1 where there is none. */
    long whole(JsonNode node, String place) {
        boolean whole = node.isIntegralNumber() && node.canConvertToLong();
        return is(whole, node, place, Any.WHOLE_NUMBER) ? node.longValue() : 1;
    }

    /** A finite number; not a number where there is none, which lies in no range. */
    double number(JsonNode node, String place) {
        boolean number = node.isNumber() && Double.isFinite(node.doubleValue(Double.NaN));
        return is(number, node, place, Any.NUMBER) ? node.doubleValue() : Double.NaN;
    }

    List<String> texts(JsonNode node, String place) {
        var texts = new ArrayList<String>();
        if (isFilledList(node, place)) {
            for (int i = 0; i < node.size(); i++) {
                if (is(node.get(i).isString(), node.get(i), place + "." + i, Any.TEXT)) {
                    texts.add(node.get(i).stringValue());
                }
            }
        }
        return texts;
    }

    /** One of the values of an enum, by their names in small letters. */
    <E extends Enum<E>> E choice(JsonNode object, String field, String place, E usual) {
        JsonNode node = object.path(field);
        if (node.isMissingNode()) {
            return usual;
        }
        E[] all = usual.getDeclaringClass().getEnumConstants();
        for (E value : all) {
            if (node.isString() && node.stringValue().equals(id(value))) {
                return value;
            }
        }
        var expected =
                new Expected.OneOf(
                        Arrays.stream(all).map(value -> "\"" + id(value) + "\"").toList());
        is(false, node, place + "." + field, expected);
        return usual;
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    void requireOnce(List<String> values, String place) {
        var seen = new HashSet<String>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                refuse(place + "." + i, SweepRule.ONCE);
            }
        }
    }

    /** As {@code --set} takes it, and as a person would write it: 0.0001, not 1.0E-4. */
    static String text(JsonNode value) {
        if (value.isFloatingPointNumber()) {
            return BigDecimal.valueOf(value.doubleValue()).stripTrailingZeros().toPlainString();
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    private boolean is(boolean right, JsonNode node, String place, Expected expected) {
        if (!right) {
            add(
                    place,
                    node.isMissingNode()
                            ? new JsonProblem.Missing(expected)
                            : new JsonProblem.Mismatch(expected, node.toString()));
        }
        return right;
    }
}
