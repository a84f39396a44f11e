package org.ganatelier.ui.charts;

import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.LossGuide;
import org.ganatelier.text.Words;

import java.util.List;
import java.util.Optional;

/**
 * How a plot is read under an objective.
 *
 * @param guides levels that have a meaning
 * @param note what stands above the plot
 */
record Reading(List<Guide> guides, Optional<Note> note) {
    /**
     * A level of a plot that has a meaning, drawn as a dashed line.
     *
     * @param value where it lies
     * @param label a few words beside the line, or empty
     * @param meaning for a student, in a tooltip
     */
    record Guide(double value, String label, String meaning) {}

    /**
     * What to know.
     *
     * @param words few enough to stand at a title
     * @param meaning for a student, in a tooltip
     */
    record Note(String words, String meaning) {}

    private static final double HALF = 0.5;

    Reading {
        guides = List.copyOf(guides);
    }

    /** Of both players' losses. */
    static Reading ofLosses(Loss loss, Words words) {
        return new Reading(
                loss.guides().stream().map(guide -> guide(guide, words)).toList(),
                Optional.empty());
    }

    private static Guide guide(LossGuide guide, Words words) {
        String key = "charts.guide." + guide.id();
        return new Guide(guide.value(), words.say(key), words.say(key + ".meaning"));
    }

    /** Of D's outputs, which are not probabilities under every objective. */
    static Reading ofOutputs(Loss loss, Words words) {
        return switch (loss.scoreMeaning()) {
            case CHANCE -> guessing("charts.guessing.probability", words);
            case MARK -> guessing("charts.guessing.mark", words);
            case MARGIN -> guessing("charts.guessing.score", words);
            case GAP ->
                    new Reading(
                            List.of(),
                            Optional.of(
                                    new Note(
                                            words.say("charts.only-gap"),
                                            words.say("charts.only-gap.meaning"))));
        };
    }

    private static Reading guessing(String key, Words words) {
        String meaning = words.say(key);
        return new Reading(
                List.of(new Guide(HALF, "", meaning)),
                Optional.of(new Note(words.say("charts.guessing"), meaning)));
    }
}
