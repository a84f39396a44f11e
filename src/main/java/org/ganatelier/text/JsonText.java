package org.ganatelier.text;

import org.ganatelier.project.JsonProblem;
import org.ganatelier.project.JsonProblem.Expected;

import java.util.Map;

/** Says what is wrong with a value of a JSON text. */
final class JsonText {
    private JsonText() {}

    /** One sentence, perhaps after a path and a colon. */
    static String say(Words words, JsonProblem problem) {
        return switch (problem) {
            case JsonProblem.At(String path, JsonProblem inside) ->
                    words.say(
                            "project.json.at",
                            "path",
                            Foreign.brief(path),
                            "problem",
                            say(words, inside));
            case JsonProblem.UnknownField(String name, var nearest) ->
                    nearest.map(
                                    near ->
                                            words.say(
                                                    "project.json.unknown-field-nearest",
                                                    "name",
                                                    Foreign.brief(name),
                                                    "nearest",
                                                    near))
                            .orElseGet(
                                    () ->
                                            words.say(
                                                    "project.json.unknown-field",
                                                    "name",
                                                    Foreign.brief(name)));
            case JsonProblem.UnknownType(var kind, String type, var nearest) ->
                    nearest.map(
                                    near ->
                                            words.say(
                                                    "project.json.unknown-type-nearest",
                                                    Map.of(
                                                            "kind", kind,
                                                            "type", Foreign.brief(type),
                                                            "nearest", near)))
                            .orElseGet(
                                    () ->
                                            words.say(
                                                    "project.json.unknown-type",
                                                    "kind",
                                                    kind,
                                                    "type",
                                                    Foreign.brief(type)));
            case JsonProblem.NoType(var kind) -> words.say("project.json.no-type", "kind", kind);
            case JsonProblem.Missing(Expected expected) ->
                    words.say("project.json.missing", "expected", say(words, expected));
            case JsonProblem.Mismatch(Expected expected, String found) ->
                    words.say(
                            "project.json.mismatch",
                            "expected",
                            say(words, expected),
                            "found",
                            Foreign.brief(found));
            case JsonProblem.Impossible(var reason) -> ValueText.say(words, reason) + ".";
            case JsonProblem.NotAShape() -> words.say("project.json.not-a-shape");
            case JsonProblem.NotAnImageShape() -> words.say("project.json.not-an-image-shape");
            case JsonProblem.NotAPath(String text) ->
                    words.say("project.json.not-a-path", "text", Foreign.brief(text));
            case JsonProblem.NumberTooLarge(String found) ->
                    words.say("project.json.number-too-large", "found", Foreign.brief(found));
            case JsonProblem.AgainstRule(var rule) ->
                    words.say("project.json.against-rule", "rule", rule);
            case JsonProblem.Unreadable() -> words.say("project.json.unreadable");
        };
    }

    private static String say(Words words, Expected expected) {
        return switch (expected) {
            case Expected.Any any -> words.say("project.json.any", "kind", any);
            case Expected.OneOf(var texts) ->
                    texts.stream()
                            .reduce(
                                    (first, second) ->
                                            words.say(
                                                    "project.json.or",
                                                    "first",
                                                    first,
                                                    "second",
                                                    second))
                            .orElse("");
        };
    }
}
