package org.ganatelier.ui.quality;

import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.text.DataText;
import org.ganatelier.text.Words;
import org.ganatelier.train.quality.ClassAccuracy;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.train.quality.Estimate;
import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.ScorePoint;

import java.util.Optional;

/** Scores in words. */
final class QualityTexts {
    /** From here on a figure is told without decimals. */
    private static final double LARGE = 100;

    private final Words words;

    QualityTexts(Words words) {
        this.words = words;
    }

    /** "9 of 10 classes covered". */
    String covered(Coverage coverage) {
        return words.say("quality.coverage", "n", coverage.seen(), "of", coverage.shares().size());
    }

    /** "9 of 10 classes". */
    String coveredInBrief(Coverage coverage) {
        return words.say(
                "quality.coverage.in-brief", "n", coverage.seen(), "of", coverage.shares().size());
    }

    /** "no digits yet". */
    String nothingYet(DataSpec.Bundled data) {
        return words.say("quality.nothing-yet", "things", DataText.things(words, data));
    }

    /** "unknown 12 % (real 1 %)". */
    String unknown(Quality images, Quality real) {
        return words.say(
                "quality.unknown",
                "percent",
                percent(1 - images.coverage().known()),
                "real",
                percent(1 - real.coverage().known()));
    }

    /** "class accuracy 97 %". */
    String classAccuracy(ClassAccuracy accuracy) {
        return words.say("quality.class-accuracy", "percent", percent(accuracy.right()));
    }

    /** What the class accuracy is, and how probable the classes asked for are. */
    String classAccuracyMeaning(ClassAccuracy accuracy, Optional<ClassAccuracy> real) {
        String percent = percent(accuracy.probability());
        return real.map(
                        o ->
                                words.say(
                                        "quality.class-accuracy.meaning-with-real",
                                        "percent",
                                        percent,
                                        "real",
                                        percent(o.probability())))
                .orElseGet(
                        () ->
                                words.say(
                                        "quality.class-accuracy.meaning-with-probability",
                                        "percent",
                                        percent));
    }

    /** "38.2 ± 1.9". */
    String estimate(Estimate estimate) {
        return figure(estimate.value()) + " ± " + figure(estimate.spread());
    }

    /** "Fréchet 38.2 ± 1.9". */
    String distance(Estimate estimate) {
        return words.say("quality.distance", "estimate", estimate(estimate));
    }

    /** "baseline 1.2". */
    String baseline(Quality real) {
        return words.say("quality.baseline", "figure", figure(real.frechet().value()));
    }

    /** "confident 83 % (real 98 %)". */
    String confidence(Quality images, Quality real) {
        return words.say(
                "quality.confidence",
                "percent",
                percent(images.confidence()),
                "real",
                percent(real.confidence()));
    }

    /** "500 images at step 1,200". */
    String basis(ScorePoint point) {
        return words.say(
                "quality.basis", "n", point.score().images().count(), "step", point.step());
    }

    /** "Sneaker: 12 %". */
    String share(String name, double share) {
        return name + ": " + percent(share);
    }

    String percent(double share) {
        return words.say("quality.percent", "n", Math.round(100 * share));
    }

    private String figure(double value) {
        return words.figure(value, value < LARGE ? 1 : 0);
    }
}
