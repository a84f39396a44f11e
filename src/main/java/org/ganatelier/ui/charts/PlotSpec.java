package org.ganatelier.ui.charts;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.text.Words;
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
        List<String> lines(History history, Frame frame, long step);
    }

    /**
     * D minimises the sum of its losses on real and on generated images. Its mean is drawn, so that
     * D guessing is at ln 2 for both players of the non-saturating game.
     */
    private static final float MEAN_OF_HALVES = 0.5f;

    /** The losses of both players. */
    static PlotSpec losses(Words words) {
        return new PlotSpec(
                words.say("charts.losses"),
                words.say("charts.losses.meaning"),
                words.say("charts.losses.hint"),
                List.of(
                        new PlotCurve(
                                Curve.GENERATOR_LOSS,
                                words.say("charts.loss-of-g"),
                                words.say("charts.loss-of-g.meaning"),
                                Side.GENERATOR,
                                1),
                        new PlotCurve(
                                Curve.DISCRIMINATOR_LOSS,
                                words.say("charts.loss-of-d"),
                                words.say("charts.loss-of-d.meaning"),
                                Side.DISCRIMINATOR,
                                MEAN_OF_HALVES)),
                Scale::ofLosses,
                objective -> Reading.ofLosses(objective.loss(), words),
                new BesideLosses(words)::lines);
    }

    /** What the discriminator says of real and of generated images. */
    static PlotSpec outputs(Words words) {
        return new PlotSpec(
                words.say("charts.outputs"),
                words.say("charts.outputs.meaning"),
                words.say("charts.outputs.hint"),
                List.of(
                        new PlotCurve(
                                Curve.D_REAL,
                                words.say("charts.output-real"),
                                words.say("charts.output-real.meaning"),
                                Side.DISCRIMINATOR,
                                1),
                        new PlotCurve(
                                Curve.D_FAKE,
                                "D(G(z))",
                                words.say("charts.output-generated.meaning"),
                                Side.GENERATOR,
                                1)),
                (_, _) -> Scale.UNIT,
                objective -> Reading.ofOutputs(objective.loss(), words),
                (_, _, _) -> List.of());
    }
}
