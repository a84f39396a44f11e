package org.ganatelier.ui.charts;

import org.ganatelier.coach.fact.Finding;
import org.ganatelier.text.CoachText;
import org.ganatelier.text.Words;
import org.ganatelier.train.History;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something worth knowing that happened after a step, marked in all plots.
 *
 * @param text a few words
 */
record Mark(Kind kind, long step, String text) {
    /** What is marked. */
    enum Kind {
        /** A change of a value: a line with its words. */
        EDIT,
        /** The coach spoke: a small sign, which tells its words when it is pointed at. */
        COACH
    }

    /** What the user changed while the run went on, and what the coach said, oldest first. */
    static List<Mark> of(History history, List<Finding> said, Words words) {
        return Stream.concat(
                        history.edits().stream()
                                .map(
                                        edit ->
                                                new Mark(
                                                        Kind.EDIT,
                                                        edit.step(),
                                                        EditTexts.say(edit, words))),
                        said.stream()
                                .map(
                                        finding ->
                                                new Mark(
                                                        Kind.COACH,
                                                        finding.step(),
                                                        CoachText.title(words, finding))))
                .sorted(Comparator.comparingLong(Mark::step))
                .toList();
    }

    /** It and its step, as one reads them. */
    String readout(Words words) {
        return switch (kind) {
            case EDIT -> words.say("charts.readout.edit", "step", step, "edit", text);
            case COACH -> words.say("charts.readout.coach", "step", step, "finding", text);
        };
    }
}
