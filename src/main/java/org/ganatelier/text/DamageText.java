package org.ganatelier.text;

import org.ganatelier.project.Damage;

/** Says in what a project's file contradicts itself. */
final class DamageText {
    private DamageText() {}

    /** What follows "This file is damaged:", with its full stop. */
    static String say(Words words, Damage damage) {
        return switch (damage) {
            case Damage.MissingEntry(String entry) ->
                    words.say("project.damage.missing-entry", "entry", entry);
            case Damage.UnreadableEntry(String name) ->
                    words.say("project.damage.unreadable-entry", "name", name);
            case Damage.InEntry(String entry, Damage inside) ->
                    words.say(
                            "project.damage.in-entry",
                            "entry",
                            entry,
                            "damage",
                            say(words, inside));
            case Damage.NotJson() -> words.say("project.damage.not-json");
            case Damage.NotAnObject() -> words.say("project.damage.not-an-object");
            case Damage.WrongJson(var json) -> JsonText.say(words, json);
            case Damage.WrongLength(String array, int length) ->
                    words.say("project.damage.wrong-length", "array", array, "length", length);
            case Damage.NotFinite(String array) ->
                    words.say("project.damage.not-finite", "array", array);
            case Damage.BadListing(String array) ->
                    words.say("project.damage.bad-listing", "array", array);
            case Damage.BadName() -> words.say("project.damage.bad-name");
            case Damage.TooManyEntries(int entries) ->
                    words.say("project.damage.too-many-entries", "n", entries);
            case Damage.UnwantedValues(long wanted, long listed) ->
                    words.say("project.damage.unwanted-values", "wanted", wanted, "listed", listed);
            case Damage.ImpossibleCounter(String counter) ->
                    words.say("project.damage.impossible-counter", "counter", counter);
            case Damage.ImpossiblePast() -> words.say("project.damage.impossible-past");
            case Damage.TooLargeToClassify(long width) ->
                    words.say("project.damage.too-large-to-classify", "width", width);
            case Damage.TooManyValues(long values) ->
                    words.say("project.damage.too-many-values", "n", values);
            case Damage.WrongParameters(long parameters, long listed) ->
                    words.say(
                            "project.damage.wrong-parameters",
                            "parameters",
                            parameters,
                            "listed",
                            listed);
            case Damage.ImpossibleState() -> words.say("project.damage.impossible-state");
            case Damage.ImpossibleThreads() -> words.say("project.damage.impossible-threads");
            case Damage.MisplacedPlayerStep() -> words.say("project.damage.misplaced-player-step");
            case Damage.MisplacedEdit() -> words.say("project.damage.misplaced-edit");
            case Damage.UnknownEdit(String setting) ->
                    words.say("project.damage.unknown-edit", "setting", setting);
            case Damage.ImpossibleEdit() -> words.say("project.damage.impossible-edit");
            case Damage.ImpossibleAccuracy() -> words.say("project.damage.impossible-accuracy");
            case Damage.ImpossibleClassifier() -> words.say("project.damage.impossible-classifier");
        };
    }
}
