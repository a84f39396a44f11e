package org.ganatelier.ui.charts;

import org.ganatelier.experiment.objective.Objective;

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
    static Reading ofLosses(Objective.Kind kind) {
        return new Reading(guidesOfLosses(kind), Optional.empty());
    }

    /** Of D's beliefs, which a critic's scores are not. */
    static Reading ofBeliefs(Objective.Kind kind) {
        return switch (kind) {
            case NON_SATURATING, MINIMAX ->
                    guessing(
                            "A discriminator that cannot tell real from generated believes one half"
                                    + " of every image.");
            case LEAST_SQUARES ->
                    guessing(
                            "A discriminator that cannot tell real from generated marks every image"
                                    + " ½, where 1 is real and 0 generated. Its marks are drawn,"
                                    + " those beyond 0 and 1 as 0 and 1.");
            case HINGE ->
                    guessing(
                            "A discriminator that cannot tell real from generated does best to"
                                    + " score every image 0. The sigmoid of the score is drawn:"
                                    + " one half for 0.");
            case WASSERSTEIN, WASSERSTEIN_GP ->
                    new Reading(
                            List.of(),
                            Optional.of(
                                    new Note(
                                            "only the gap counts",
                                            "A Wasserstein critic's score is fixed only up to a"
                                                    + " constant: its loss is a difference of"
                                                    + " scores, and adding the same to all of them"
                                                    + " changes nothing. So the height of the"
                                                    + " curves, the sigmoid of the scores, is no"
                                                    + " belief, and one half is no guess; only the"
                                                    + " gap between the two curves tells how well"
                                                    + " D tells the images apart.")));
        };
    }

    private static Reading guessing(String meaning) {
        return new Reading(
                List.of(new Guide(HALF, "", meaning)),
                Optional.of(new Note("dashed: D is guessing", meaning)));
    }

    private static List<Guide> guidesOfLosses(Objective.Kind kind) {
        var guessing = Math.log(2);
        return switch (kind) {
            case NON_SATURATING ->
                    List.of(
                            new Guide(
                                    guessing,
                                    "ln 2: D is guessing",
                                    "A discriminator that cannot tell real from generated believes"
                                            + " one half of every image. Both losses are then"
                                            + " -log ½ = ln 2 = 0.693: the generator's, and the"
                                            + " discriminator's as it is drawn, the mean of its"
                                            + " two halves (their sum, which it minimises, is"
                                            + " 2 ln 2 = 1.386)."));
            case MINIMAX ->
                    List.of(
                            new Guide(
                                    guessing,
                                    "ln 2: D is guessing (its loss)",
                                    "A discriminator that cannot tell real from generated believes"
                                            + " one half of every image. Its loss, drawn as the"
                                            + " mean of its two halves, is then -log ½ = ln 2 ="
                                            + " 0.693."),
                            new Guide(
                                    -guessing,
                                    "−ln 2: D is guessing (G's loss)",
                                    "In the minimax game the generator minimises log(1 - D(G(z)))."
                                            + " When the discriminator believes one half of every"
                                            + " image, that is log ½ = -ln 2 = -0.693."));
            case LEAST_SQUARES ->
                    List.of(
                            new Guide(
                                    GUESSING_MARK_LOSS,
                                    "⅛: D is guessing",
                                    "A discriminator that cannot tell real from generated marks"
                                            + " every image ½, where 1 is real and 0 generated."
                                            + " Both losses are then ½ (½)² = ⅛: the generator's,"
                                            + " and the discriminator's as it is drawn, the mean"
                                            + " of its two halves."));
            case HINGE ->
                    List.of(
                            new Guide(
                                    1,
                                    "1: D is guessing (its loss)",
                                    "A discriminator that cannot tell real from generated does"
                                            + " best to score every image 0. Its loss, drawn as"
                                            + " the mean of its two halves, is then 1."));
            case WASSERSTEIN, WASSERSTEIN_GP ->
                    List.of(
                            new Guide(
                                    0,
                                    "0: D is guessing (its loss)",
                                    "The discriminator's loss is, with its sign turned, the gap"
                                            + " between its scores of real and of generated"
                                            + " images (drawn halved): an estimate of how far"
                                            + " they are apart, up to a factor. At 0 it sees no"
                                            + " difference."));
        };
    }
}
