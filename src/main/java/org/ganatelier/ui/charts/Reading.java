package org.ganatelier.ui.charts;

import org.ganatelier.experiment.objective.Objective;
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

    /** Half the square of the distance from the mark ½ to 0 or 1. */
    private static final double GUESSING_MARK_LOSS = 0.125;

    Reading {
        guides = List.copyOf(guides);
    }

    /** Of both players' losses. */
    static Reading ofLosses(Objective.Kind kind, Words words) {
        return new Reading(guidesOfLosses(kind, words), Optional.empty());
    }

    /** Of D's outputs, which are not probabilities under every objective. */
    static Reading ofBeliefs(Objective.Kind kind, Words words) {
        return switch (kind) {
            case NON_SATURATING, MINIMAX -> guessing("charts.guessing.probability", words);
            case LEAST_SQUARES -> guessing("charts.guessing.mark", words);
            case HINGE -> guessing("charts.guessing.score", words);
            case WASSERSTEIN, WASSERSTEIN_GP ->
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

    private static List<Guide> guidesOfLosses(Objective.Kind kind, Words words) {
        double guessing = Math.log(2);
        return switch (kind) {
            case NON_SATURATING -> List.of(guide(guessing, "charts.guide.non-saturating", words));
            case MINIMAX ->
                    List.of(
                            guide(guessing, "charts.guide.minimax-d", words),
                            guide(-guessing, "charts.guide.minimax-g", words));
            case LEAST_SQUARES ->
                    List.of(guide(GUESSING_MARK_LOSS, "charts.guide.least-squares", words));
            case HINGE -> List.of(guide(1, "charts.guide.hinge", words));
            case WASSERSTEIN, WASSERSTEIN_GP ->
                    List.of(guide(0, "charts.guide.wasserstein", words));
        };
    }

    private static Guide guide(double value, String key, Words words) {
        return new Guide(value, words.say(key), words.say(key + ".meaning"));
    }
}
