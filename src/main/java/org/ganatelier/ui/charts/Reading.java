package org.ganatelier.ui.charts;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.LossGuide;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.text.Words;
import org.ganatelier.train.History.Curve;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a plot shows under an objective and how it is read.
 *
 * @param title above it, which says what its axis is of
 * @param meaning for a student, in a tooltip
 * @param guides levels that have a meaning
 * @param noted what stands above the plot
 */
record Reading(
        String title,
        String meaning,
        List<PlotCurve> traces,
        ScaleRule scale,
        List<Guide> guides,
        Noted noted) {
    /** How the axis of values follows the curves. */
    interface ScaleRule {
        /**
         * The next scale.
         *
         * @param before the scale so far
         */
        Scale next(List<Smoothed> curves, Scale before);
    }

    /** Says what to know of curves. */
    interface Noted {
        /** Nothing, or a note on the curves as they are. */
        Optional<Note> of(List<Smoothed> curves);
    }

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

    /**
     * D minimises the sum of its losses on real and on generated images. Its mean is drawn, so that
     * D guessing is at ln 2 for both players of the non-saturating game.
     */
    private static final float MEAN_OF_HALVES = 0.5f;

    Reading {
        traces = List.copyOf(traces);
        guides = List.copyOf(guides);
    }

    /** What to know of the curves as they are. */
    Optional<Note> note(List<Smoothed> curves) {
        return noted.of(curves);
    }

    /** Of both players' losses. */
    static Reading ofLosses(Loss loss, Words words) {
        List<Guide> guides = loss.guides().stream().map(guide -> guide(guide, words)).toList();
        return new Reading(
                words.say("charts.losses"),
                words.say("charts.losses.meaning"),
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
                (curves, before) -> Scale.ofLosses(curves, values(guides), before),
                guides,
                _ -> Optional.empty());
    }

    private static Guide guide(LossGuide guide, Words words) {
        String key = "charts.guide." + guide.id();
        return new Guide(guide.value(), words.say(key), words.say(key + ".meaning"));
    }

    /** Of D's outputs: probabilities under some objectives, scores of any size under others. */
    static Reading ofOutputs(Loss loss, Words words) {
        ScoreMeaning meaning = loss.scoreMeaning();
        String key = "charts.outputs." + meaning.name().toLowerCase(Locale.ROOT);
        List<Guide> guides = guesses(meaning, words);
        return new Reading(
                words.say(key),
                words.say(key + ".meaning"),
                List.of(
                        output(Curve.D_REAL, Side.DISCRIMINATOR, key + ".real", words),
                        output(Curve.D_FAKE, Side.GENERATOR, key + ".generated", words)),
                scale(meaning),
                guides,
                curves -> note(meaning, guides, curves, words));
    }

    private static PlotCurve output(Curve curve, Side side, String key, Words words) {
        return new PlotCurve(curve, words.say(key), words.say(key + ".meaning"), side, 1);
    }

    private static ScaleRule scale(ScoreMeaning meaning) {
        return switch (meaning) {
            case CHANCE -> (_, _) -> Scale.UNIT;
            case MARK -> (curves, before) -> Scale.ofScores(curves, List.of(0.0, 1.0), before);
            case MARGIN -> (curves, before) -> Scale.ofScores(curves, List.of(-1.0, 1.0), before);
            case GAP -> (curves, before) -> Scale.ofScores(curves, List.of(), before);
        };
    }

    private static List<Guide> guesses(ScoreMeaning meaning, Words words) {
        return switch (meaning) {
            case CHANCE -> List.of(new Guide(0.5, "", words.say("charts.guessing.probability")));
            case MARK -> List.of(new Guide(0.5, "", words.say("charts.guessing.mark")));
            case MARGIN -> List.of(new Guide(0, "", words.say("charts.guessing.score")));
            case GAP -> List.of();
        };
    }

    private static Optional<Note> note(
            ScoreMeaning meaning, List<Guide> guides, List<Smoothed> curves, Words words) {
        if (meaning != ScoreMeaning.GAP) {
            return guides.stream()
                    .findFirst()
                    .map(guide -> new Note(words.say("charts.guessing"), guide.meaning()));
        }
        double gap = curves.getFirst().newest() - curves.getLast().newest();
        return Optional.of(
                new Note(
                        Double.isFinite(gap)
                                ? words.say("charts.gap", "gap", words.figure(gap, 2))
                                : words.say("charts.only-gap"),
                        words.say("charts.only-gap.meaning")));
    }

    private static List<Double> values(List<Guide> guides) {
        return guides.stream().map(Guide::value).toList();
    }
}
