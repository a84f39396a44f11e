package org.ganatelier.ui.quality;

import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.measure.ClassAccuracy;
import org.ganatelier.measure.Coverage;
import org.ganatelier.measure.Estimate;
import org.ganatelier.measure.Quality;
import org.ganatelier.session.LiveScore;
import org.ganatelier.ui.widget.Numbers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Scores in words. */
final class QualityTexts {
    /** From here on a figure is told without decimals. */
    private static final double LARGE = 100;

    private QualityTexts() {}

    /** The names of the classes that fit below a bar. */
    static List<String> labels(DataSpec.Collection data) {
        return switch (data) {
            case MNIST -> List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
            case FASHION_MNIST ->
                    List.of("Ts", "Tr", "Pu", "Dr", "Co", "Sa", "Sh", "Sn", "Ba", "Bo");
        };
    }

    /** The names of the classes. */
    static List<String> names(DataSpec.Collection data) {
        return data.classNames();
    }

    /** "9 of 10 classes seen". */
    static String seen(Coverage coverage) {
        return "%d of %d classes seen".formatted(coverage.seen(), coverage.shares().size());
    }

    /** "9 of 10 classes". */
    static String seenInBrief(Coverage coverage) {
        return "%d of %d classes".formatted(coverage.seen(), coverage.shares().size());
    }

    /** "asked digit drawn: 97 %". */
    static String obeyed(DataSpec.Collection data, ClassAccuracy obedience) {
        String what =
                switch (data) {
                    case MNIST -> "digit";
                    case FASHION_MNIST -> "piece";
                };
        return "asked %s drawn: %s".formatted(what, percent(obedience.right()));
    }

    /** How sure the judge is that what was asked for was drawn, and of real images. */
    static String believed(ClassAccuracy obedience, Optional<ClassAccuracy> real) {
        return "The class asked for has a probability of %s for the judge, on average%s."
                .formatted(
                        percent(obedience.belief()),
                        real.map(o -> "; that of real images " + percent(o.belief())).orElse(""));
    }

    /** "38.2 ± 1.9". */
    static String estimate(Estimate estimate) {
        return figure(estimate.value()) + " ± " + figure(estimate.spread());
    }

    /** "real images 1.2". */
    static String floor(Quality floor) {
        return "real images " + figure(floor.frechet().value());
    }

    /** "sure of 83 %, of real ones 98 %". */
    static String confident(Quality images, Quality floor) {
        return "sure of %s, of real ones %s"
                .formatted(percent(images.confident()), percent(floor.confident()));
    }

    /** "500 images at step 1,200". */
    static String basis(LiveScore.Point point) {
        return "%s images at step %s"
                .formatted(
                        Numbers.grouped(point.score().images().count()),
                        Numbers.grouped(point.step()));
    }

    /** "Sneaker: 12 %". */
    static String share(String name, double share) {
        return name + ": " + percent(share);
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private static String figure(double value) {
        return value < LARGE
                ? String.format(Locale.ROOT, "%.1f", value)
                : Numbers.grouped(Math.round(value));
    }
}
