package org.ganatelier.cli.command;

import org.ganatelier.measure.Nearest;
import org.ganatelier.measure.Originality;
import org.ganatelier.project.JsonLine;
import org.ganatelier.text.DataText;
import org.ganatelier.text.Words;
import org.ganatelier.train.ClassifierModel;
import org.ganatelier.train.quality.ClassAccuracy;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.Score;

import java.util.LinkedHashMap;

/** A score in words. */
record ScoreReport(String name, ClassifierModel classifier, Score score, Originality originality) {
    /** A table: images on the left, real ones beside them. */
    String text() {
        Quality images = score.images();
        Quality baseline = score.baseline();
        var lines = new StringBuilder();
        lines.append(
                "%s, by the classifier of %s (%.2f %% right on %,d images it never learnt from)%n%n"
                        .formatted(
                                name,
                                classifier.data().title(),
                                100 * classifier.accuracy(),
                                classifier.heldOut()));
        row(lines, "", "these images", "real ones");
        row(lines, "N", "%,d".formatted(images.count()), "%,d".formatted(baseline.count()));
        row(lines, "Frechet distance", distance(images), distance(baseline));
        row(lines, "  of so many of these", compared(images), compared(baseline));
        row(
                lines,
                "confident (p ≥ %.1f)".formatted(Quality.CONFIDENT),
                percent(images.confidence()),
                percent(baseline.confidence()));
        row(
                lines,
                "known (near a real image)",
                percent(images.coverage().known()),
                percent(baseline.coverage().known()));
        images.classAccuracy().ifPresent(classAccuracy -> tell(classAccuracy, lines));
        row(
                lines,
                "classes seen (≥ %.0f %%)".formatted(100 * Coverage.SEEN),
                seen(images.coverage()),
                seen(baseline.coverage()));
        row(
                lines,
                "evenness of classes",
                "%.3f".formatted(images.coverage().evenness()),
                "%.3f".formatted(baseline.coverage().evenness()));
        for (int i = 0; i < images.coverage().shares().size(); i++) {
            row(
                    lines,
                    "  class " + i,
                    percent(images.coverage().shares().get(i)),
                    percent(baseline.coverage().shares().get(i)));
        }
        Nearest nearest = originality.images();
        Nearest real = originality.baseline();
        lines.append(
                "%nNearest of %,d real images (of the others, for real ones):%n"
                        .formatted(originality.known()));
        row(lines, "N", "%,d".formatted(nearest.count()), "%,d".formatted(real.count()));
        row(lines, "median distance", length(nearest.median()), length(real.median()));
        row(lines, "a twentieth is within", length(nearest.low()), length(real.low()));
        row(lines, "copies", percent(nearest.copies()), percent(real.copies()));
        return lines.toString().stripTrailing();
    }

    private void tell(ClassAccuracy classAccuracy, StringBuilder lines) {
        row(
                lines,
                "class accuracy",
                percent(classAccuracy.right()),
                percent(classifier.accuracy()));
        row(
                lines,
                "  probability of that class",
                percent(classAccuracy.probability()),
                score.baseline()
                        .classAccuracy()
                        .map(real -> percent(real.probability()))
                        .orElse(""));
    }

    /** All of it, for a program. */
    String json() {
        Quality images = score.images();
        Quality baseline = score.baseline();
        var values = new LinkedHashMap<String, Object>();
        values.put("of", name);
        values.put("classifier", classifier.data().title());
        values.put("classifier_accuracy", rounded(classifier.accuracy()));
        values.put("n", images.count());
        values.put("frechet", rounded(images.frechet().value()));
        values.put("spread", rounded(images.frechet().spread()));
        values.put("frechet_n", images.frechet().count());
        values.put("baseline", rounded(baseline.frechet().value()));
        values.put("baseline_spread", rounded(baseline.frechet().spread()));
        values.put("baseline_n", baseline.frechet().count());
        values.put("known", rounded(images.coverage().known()));
        values.put("known_real", rounded(baseline.coverage().known()));
        values.put("confidence", rounded(images.confidence()));
        values.put("confidence_real", rounded(baseline.confidence()));
        images.classAccuracy()
                .ifPresent(
                        classAccuracy -> {
                            values.put("class_accuracy", rounded(classAccuracy.right()));
                            values.put("class_probability", rounded(classAccuracy.probability()));
                        });
        // Real images show their own classes, but beside none that were asked for it says nothing.
        images.classAccuracy()
                .flatMap(_ -> baseline.classAccuracy())
                .ifPresent(
                        real -> values.put("class_probability_real", rounded(real.probability())));
        values.put("classes_seen", images.coverage().seen());
        values.put("evenness", rounded(images.coverage().evenness()));
        values.put(
                "class_shares",
                images.coverage().shares().stream().map(ScoreReport::rounded).toList());
        Nearest nearest = originality.images();
        Nearest real = originality.baseline();
        values.put("nearest_n", nearest.count());
        values.put("nearest_of", originality.known());
        values.put("nearest_median", rounded(nearest.median()));
        values.put("nearest_median_real", rounded(real.median()));
        values.put("nearest_low", rounded(nearest.low()));
        values.put("nearest_low_real", rounded(real.low()));
        values.put("copies", rounded(nearest.copies()));
        values.put("copies_real", rounded(real.copies()));
        return JsonLine.of(values);
    }

    private static void row(StringBuilder lines, String what, String images, String baseline) {
        lines.append("%-28s %18s %18s%n".formatted(what, images, baseline));
    }

    private static String distance(Quality quality) {
        return "%.3f ± %.3f".formatted(quality.frechet().value(), quality.frechet().spread());
    }

    private static String compared(Quality quality) {
        return "%,d".formatted(quality.frechet().count());
    }

    private static String length(double distance) {
        return "%.3f".formatted(distance);
    }

    private static String percent(double share) {
        return "%.1f %%".formatted(100 * share);
    }

    private String seen(Coverage coverage) {
        return coverage.showsSomething()
                ? "%d of %d".formatted(coverage.seen(), coverage.shares().size())
                : "no %s yet".formatted(DataText.things(Words.english(), classifier.data()));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }
}
