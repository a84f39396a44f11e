package org.ganatelier.ui.charts;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Loss;
import org.ganatelier.experiment.objective.LossGuide;
import org.ganatelier.experiment.objective.ScoreMeaning;
import org.ganatelier.text.Words;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.ScorePoint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a plot shows under an objective and how it is read.
 *
 * @param title above it, which says what its axis is of
 * @param meaning for a student, in a tooltip
 * @param upwards what it means that curves lie higher, in a few words
 * @param guides levels that have a meaning
 * @param noted what stands above the plot
 */
record Reading(
        String title,
        String meaning,
        String upwards,
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
     * @param term of the glossary that explains it
     */
    record Guide(double value, String label, String meaning, Optional<String> term) {
        Guide(double value, String label, String meaning) {
            this(value, label, meaning, Optional.empty());
        }
    }

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

    private static final double LN_2 = Math.log(2);

    /** Before there is a score: the bundled sets have so many. */
    private static final int USUAL_CLASSES = 10;

    Reading {
        traces = List.copyOf(traces);
        guides = List.copyOf(guides);
    }

    /** What is seen whatever the values are. */
    List<Double> levels() {
        return values(guides);
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
                words.say("charts.upwards.losses." + loss.id()),
                List.of(
                        new PlotCurve(
                                new Source.Measured(Curve.GENERATOR_LOSS),
                                words.say("charts.loss-of-g"),
                                words.say("charts.loss-of-g.meaning"),
                                Side.GENERATOR),
                        new PlotCurve(
                                new Source.Measured(Curve.DISCRIMINATOR_LOSS, MEAN_OF_HALVES),
                                words.say("charts.loss-of-d"),
                                words.say("charts.loss-of-d.meaning"),
                                Side.DISCRIMINATOR)),
                (curves, before) -> Scale.ofLosses(curves, values(guides), before),
                guides,
                _ -> Optional.empty());
    }

    private static Guide guide(LossGuide guide, Words words) {
        String key = "charts.guide." + guide.id();
        boolean isLn2 = Math.abs(guide.value()) == LN_2;
        return new Guide(
                guide.value(),
                words.say(key),
                words.say(key + ".meaning"),
                isLn2 ? Optional.of("ln-2") : Optional.empty());
    }

    /** Of D's outputs: probabilities under some objectives, scores of any size under others. */
    static Reading ofOutputs(Loss loss, Words words) {
        ScoreMeaning meaning = loss.scoreMeaning();
        String key = "charts.outputs." + meaning.name().toLowerCase(Locale.ROOT);
        List<Guide> guides = guesses(meaning, words);
        return new Reading(
                words.say(key),
                words.say(key + ".meaning"),
                words.say("charts.upwards.outputs." + meaning.name().toLowerCase(Locale.ROOT)),
                List.of(
                        output(Curve.D_REAL, Side.DISCRIMINATOR, key + ".real", words),
                        output(Curve.D_FAKE, Side.GENERATOR, key + ".generated", words)),
                scale(meaning),
                guides,
                curves -> note(meaning, guides, curves, words));
    }

    private static PlotCurve output(Curve curve, Side side, String key, Words words) {
        return new PlotCurve(
                new Source.Measured(curve), words.say(key), words.say(key + ".meaning"), side);
    }

    /** Of the distance from real images. */
    static Reading ofDistance(List<ScorePoint> scores, Words words) {
        List<Guide> guides =
                scores.isEmpty() ? List.of() : baseline(scores.getLast().score().baseline(), words);
        return new Reading(
                words.say("charts.distance"),
                words.say("quality.distance.meaning"),
                words.say("charts.upwards.distance"),
                List.of(
                        new PlotCurve(
                                new Source.Distance(),
                                words.say("charts.distance.curve"),
                                words.say("charts.distance.curve.meaning"),
                                Side.GENERATOR)),
                (curves, before) -> Scale.ofLosses(curves, values(guides), before),
                guides,
                _ -> Optional.empty());
    }

    private static List<Guide> baseline(Quality real, Words words) {
        double value = real.frechet().value();
        return Double.isFinite(value)
                ? List.of(
                        new Guide(
                                value,
                                words.say(
                                        "charts.distance.baseline",
                                        "figure",
                                        words.figure(value, 1)),
                                words.say("quality.baseline.meaning"),
                                Optional.of("baseline")))
                : List.of();
    }

    /** Of the classes that the generator draws. */
    static Reading ofClasses(List<ScorePoint> scores, Words words) {
        int most =
                scores.isEmpty()
                        ? USUAL_CLASSES
                        : scores.getLast().score().images().coverage().shares().size();
        return new Reading(
                words.say("charts.classes"),
                words.say("quality.coverage.meaning"),
                words.say("charts.upwards.classes"),
                List.of(
                        new PlotCurve(
                                new Source.Covered(),
                                words.say("charts.classes.curve"),
                                words.say("charts.classes.curve.meaning"),
                                Side.GENERATOR)),
                (_, _) -> Scale.ofCounts(most),
                List.of(),
                _ -> Optional.empty());
    }

    /** Of the lengths of both players' gradients. */
    static Reading ofGradients(Words words) {
        return new Reading(
                words.say("charts.gradients"),
                words.say("charts.gradients.meaning"),
                words.say("charts.upwards.gradients"),
                List.of(
                        new PlotCurve(
                                new Source.Measured(Curve.GENERATOR_GRADIENT),
                                words.say("charts.loss-of-g"),
                                words.say("charts.gradient-of-g.meaning"),
                                Side.GENERATOR),
                        new PlotCurve(
                                new Source.Measured(Curve.DISCRIMINATOR_GRADIENT),
                                words.say("charts.loss-of-d"),
                                words.say("charts.gradient-of-d.meaning"),
                                Side.DISCRIMINATOR)),
                (curves, before) -> Scale.ofLosses(curves, List.of(), before),
                List.of(),
                _ -> Optional.empty());
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
