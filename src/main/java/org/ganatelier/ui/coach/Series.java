package org.ganatelier.ui.coach;

import org.ganatelier.coach.fact.Picture;
import org.ganatelier.train.Buckets;
import org.ganatelier.train.History;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.RunRecord;
import org.ganatelier.train.quality.ScorePoint;
import org.ganatelier.train.quality.VarietyPoint;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A line of a small picture.
 *
 * @param style how it looks
 * @param x steps, ascending
 * @param y as many values; NaN where there is none
 */
record Series(String style, double[] x, double[] y) {
    private static final int BUCKETS = 64;
    private static final String GENERATOR = "of-generator";
    private static final String DISCRIMINATOR = "of-discriminator";
    private static final String PLAIN = "of-images";

    /** A distance may be 0, which has no logarithm. */
    private static final double LEAST = 0.01;

    /** What a picture shows of a run; empty for one without lines. */
    static List<Series> of(Picture picture, RunRecord record) {
        History history = record.history();
        return switch (picture) {
            case OUTPUTS ->
                    List.of(
                            curve(history, Curve.D_REAL, DISCRIMINATOR),
                            curve(history, Curve.D_FAKE, GENERATOR));
            case LOSSES ->
                    List.of(
                            curve(history, Curve.DISCRIMINATOR_LOSS, DISCRIMINATOR),
                            curve(history, Curve.GENERATOR_LOSS, GENERATOR));
            case GRADIENT -> List.of(curve(history, Curve.GENERATOR_GRADIENT, GENERATOR));
            case DISTANCE -> List.of(distances(record.scores()));
            case VARIETY -> List.of(varieties(record.varieties()));
            case CLASSES -> List.of();
        };
    }

    private static Series curve(History history, Curve curve, String style) {
        Buckets thin = history.thin(curve, history.firstStep(), history.lastStep(), BUCKETS);
        return new Series(
                style,
                IntStream.range(0, thin.size())
                        .mapToDouble(i -> thin.firstStep() + (i + 0.5) * thin.width())
                        .toArray(),
                IntStream.range(0, thin.size()).mapToDouble(i -> thin.mean()[i]).toArray());
    }

    /** As logarithms: the first is often a hundred times the last. */
    private static Series distances(List<ScorePoint> scores) {
        return new Series(
                PLAIN,
                scores.stream().mapToDouble(ScorePoint::step).toArray(),
                scores.stream()
                        .mapToDouble(point -> point.score().images().frechet().value())
                        .map(distance -> Math.log(Math.max(LEAST, distance)))
                        .toArray());
    }

    private static Series varieties(List<VarietyPoint> points) {
        return new Series(
                PLAIN,
                points.stream().mapToDouble(VarietyPoint::step).toArray(),
                points.stream().mapToDouble(VarietyPoint::ofReal).toArray());
    }
}
