package org.ganatelier.ui.charts;

import org.ganatelier.spec.Objective;
import org.ganatelier.spec.Side;
import org.ganatelier.train.History.Curve;

import java.util.List;
import java.util.function.Function;

/**
 * What a plot shows and what it means.
 *
 * @param title above it
 * @param meaning for a student, in a tooltip
 * @param hint in its middle while there is nothing to show
 * @param guides levels that have a meaning under an objective
 */
record PlotSpec(
        String title,
        String meaning,
        String hint,
        List<Trace> traces,
        ScaleRule scale,
        Function<Objective, List<Guide>> guides) {
    /** How the axis of values follows the curves. */
    interface ScaleRule {
        /**
         * The next scale.
         *
         * @param before the scale so far
         */
        Scale next(List<Smoothed> curves, Scale before);
    }

    /**
     * A level of a plot that has a meaning, drawn as a dashed line.
     *
     * @param value where it lies
     * @param label a few words beside the line
     * @param meaning for a student, in a tooltip
     */
    record Guide(double value, String label, String meaning) {}

    /**
     * D minimises the sum of its losses on real and on generated images. Its mean is drawn, so that
     * D guessing is at ln 2 for both players of the non-saturating game.
     */
    private static final float MEAN_OF_HALVES = 0.5f;

    /** Half the square of the distance from the mark ½ to 0 or 1. */
    private static final double GUESSING_MARK_LOSS = 0.125;

    private static final String BAND =
            " The line is smoothed; the pale band shows every value from the least to the"
                    + " greatest.";

    /** The losses of both players. */
    static PlotSpec losses() {
        return new PlotSpec(
                "Loss",
                "What each network tries to make small. They play against each other: when one"
                        + " gains, the other loses, so steady curves are as good as it gets, and"
                        + " neither goes to zero in a healthy run. A triangle at the edge marks"
                        + " values beyond it.",
                "The curves begin with the first step of training.",
                List.of(
                        new Trace(
                                Curve.GENERATOR_LOSS,
                                "generator",
                                "The generator's loss: small when the discriminator takes its"
                                        + " images for real."
                                        + BAND,
                                Side.GENERATOR,
                                1),
                        new Trace(
                                Curve.DISCRIMINATOR_LOSS,
                                "discriminator",
                                "The discriminator's loss, the mean of its halves on real and on"
                                        + " generated images: small when it tells them apart."
                                        + BAND,
                                Side.DISCRIMINATOR,
                                MEAN_OF_HALVES)),
                Scale::ofLosses,
                objective -> lossGuides(objective.kind()));
    }

    /** What the discriminator believes of real and of generated images. */
    static PlotSpec beliefs() {
        return new PlotSpec(
                "What D believes",
                "How sure the discriminator is that an image is real: 1 for certainly real, 0 for"
                        + " certainly generated, mean over a batch. The generator wants the"
                        + " orange curve up; the discriminator wants the two far apart.",
                "How sure the discriminator is that an image is real.",
                List.of(
                        new Trace(
                                Curve.BELIEF_REAL,
                                "D(real)",
                                "The discriminator's belief that real images are real." + BAND,
                                Side.DISCRIMINATOR,
                                1),
                        new Trace(
                                Curve.BELIEF_FAKE,
                                "D(G(z))",
                                "The discriminator's belief that the generator's images are real."
                                        + BAND,
                                Side.GENERATOR,
                                1)),
                (_, _) -> Scale.UNIT,
                _ -> List.of(new Guide(0.5, "", "At one half the discriminator is guessing.")));
    }

    private static List<Guide> lossGuides(Objective.Kind kind) {
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
