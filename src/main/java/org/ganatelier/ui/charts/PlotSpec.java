package org.ganatelier.ui.charts;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.train.History;
import org.ganatelier.train.History.Curve;

import java.util.List;
import java.util.function.Function;

/**
 * What a plot shows and what it means.
 *
 * @param title above it
 * @param meaning for a student, in a tooltip
 * @param hint in its middle while there is nothing to show
 * @param reading how it is read under an objective
 * @param beside what the values at a step come with
 */
record PlotSpec(
        String title,
        String meaning,
        String hint,
        List<PlotCurve> traces,
        ScaleRule scale,
        Function<Objective, Reading> reading,
        Beside beside) {
    /** How the axis of values follows the curves. */
    interface ScaleRule {
        /**
         * The next scale.
         *
         * @param before the scale so far
         */
        Scale next(List<Smoothed> curves, Scale before);
    }

    /** What is told of a step and has no line in the plot. */
    interface Beside {
        /** Lines of text, or none. */
        List<String> words(History history, Frame frame, long step);
    }

    /**
     * D minimises the sum of its losses on real and on generated images. Its mean is drawn, so that
     * D guessing is at ln 2 for both players of the non-saturating game.
     */
    private static final float MEAN_OF_HALVES = 0.5f;

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
                        new PlotCurve(
                                Curve.GENERATOR_LOSS,
                                "generator",
                                "The generator's loss: small when the discriminator takes its"
                                        + " images for real."
                                        + BAND,
                                Side.GENERATOR,
                                1),
                        new PlotCurve(
                                Curve.DISCRIMINATOR_LOSS,
                                "discriminator",
                                "The discriminator's loss, the mean of its halves on real and on"
                                        + " generated images: small when it tells them apart. A"
                                        + " penalty on its gradients is left out."
                                        + BAND,
                                Side.DISCRIMINATOR,
                                MEAN_OF_HALVES)),
                Scale::ofLosses,
                objective -> Reading.ofLosses(objective.kind()),
                BesideLosses::words);
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
                        new PlotCurve(
                                Curve.BELIEF_REAL,
                                "D(real)",
                                "The discriminator's belief that real images are real." + BAND,
                                Side.DISCRIMINATOR,
                                1),
                        new PlotCurve(
                                Curve.BELIEF_FAKE,
                                "D(G(z))",
                                "The discriminator's belief that the generator's images are real."
                                        + BAND,
                                Side.GENERATOR,
                                1)),
                (_, _) -> Scale.UNIT,
                objective -> Reading.ofBeliefs(objective.kind()),
                (_, _, _) -> List.of());
    }
}
