package org.ganatelier.coach.fact;

import org.ganatelier.train.Edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a rule has found at one step. A fact: {@code text.CoachText} says it.
 *
 * @param rule that found it: {@code mode-collapse}
 * @param words which of the rule's words say it, where what it means depends on something else,
 *     such as the objective; empty for a rule that says one thing
 * @param step at which it was found
 * @param evidence figures, the most telling first
 * @param picture what to look at
 * @param cause an edit shortly before it began
 * @param remedy what would help
 * @param preset that shows the same; its name
 */
public record Finding(
        String rule,
        String words,
        Severity severity,
        long step,
        List<Evidence> evidence,
        Picture picture,
        Optional<Edit> cause,
        Optional<Remedy> remedy,
        Optional<String> preset) {
    public Finding {
        evidence = evidence.stream().filter(figure -> Double.isFinite(figure.value())).toList();
    }

    /** Without cause, remedy and preset. */
    public Finding(String rule, Severity severity, long step, Picture picture) {
        this(
                rule,
                "",
                severity,
                step,
                List.of(),
                picture,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Said in words for a special case. */
    public Finding saying(String special) {
        return new Finding(rule, special, severity, step, evidence, picture, cause, remedy, preset);
    }

    /** With another figure; one that is not finite is left out. */
    public Finding with(Figure figure, double value) {
        var more = new ArrayList<>(evidence);
        more.add(new Evidence(figure, value));
        return new Finding(rule, words, severity, step, more, picture, cause, remedy, preset);
    }

    /** With an edit that came shortly before. */
    public Finding after(Optional<Edit> edit) {
        return new Finding(rule, words, severity, step, evidence, picture, edit, remedy, preset);
    }

    /** With what would help. */
    public Finding helpedBy(Optional<Remedy> help) {
        return new Finding(rule, words, severity, step, evidence, picture, cause, help, preset);
    }

    /** With a preset that shows the same. */
    public Finding shownBy(String name) {
        return new Finding(
                rule, words, severity, step, evidence, picture, cause, remedy, Optional.of(name));
    }

    /** A figure of the evidence, if it is there. */
    public OptionalDouble figure(Figure figure) {
        return evidence.stream()
                .filter(one -> one.figure() == figure)
                .mapToDouble(Evidence::value)
                .findFirst();
    }
}
