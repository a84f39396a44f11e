package org.ganatelier.project;

import org.ganatelier.train.quality.ClassAccuracy;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.train.quality.Estimate;
import org.ganatelier.train.quality.Quality;
import org.ganatelier.train.quality.Score;
import org.ganatelier.train.quality.ScorePoint;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How good a run's images were, as JSON. */
final class ScoreJson {
    private static final String STEP = "step";
    private static final String IMAGES = "images";
    private static final String BASELINE = "baseline";
    private static final String COUNT = "count";
    private static final String FRECHET = "frechet";
    private static final String VALUE = "value";
    private static final String SPREAD = "spread";
    private static final String CONFIDENCE = "confidence";
    private static final String SHARES = "shares";
    private static final String CLASS_ACCURACY = "classAccuracy";
    private static final String PROBABILITY = "probability";
    private static final String RIGHT = "right";

    /** More classes than any data set has. */
    private static final int MOST_CLASSES = 1000;

    private ScoreJson() {}

    static ObjectNode write(ScorePoint point) {
        ObjectNode node = ProjectJson.MAPPER.createObjectNode().put(STEP, point.step());
        node.set(IMAGES, write(point.score().images()));
        node.set(BASELINE, write(point.score().baseline()));
        return node;
    }

    private static ObjectNode write(Quality quality) {
        ObjectNode node = ProjectJson.MAPPER.createObjectNode().put(COUNT, quality.count());
        Estimate frechet = quality.frechet();
        node.putObject(FRECHET)
                .put(COUNT, frechet.count())
                .put(VALUE, frechet.value())
                .put(SPREAD, frechet.spread());
        node.put(CONFIDENCE, quality.confidence());
        var shares = node.putArray(SHARES);
        quality.coverage().shares().forEach(shares::add);
        quality.classAccuracy()
                .ifPresent(
                        accuracy ->
                                node.putObject(CLASS_ACCURACY)
                                        .put(PROBABILITY, accuracy.probability())
                                        .put(RIGHT, accuracy.right()));
        return node;
    }

    /** Empty where a figure is missing or impossible. */
    static Optional<ScorePoint> read(JsonNode node) {
        if (!node.path(STEP).isIntegralNumber() || !node.path(STEP).canConvertToLong()) {
            return Optional.empty();
        }
        return quality(node.path(IMAGES))
                .flatMap(
                        images ->
                                quality(node.path(BASELINE))
                                        .map(baseline -> new Score(images, baseline)))
                .map(score -> new ScorePoint(node.path(STEP).longValue(), score));
    }

    private static Optional<Quality> quality(JsonNode node) {
        JsonNode frechet = node.path(FRECHET);
        var shares = new ArrayList<Double>();
        for (JsonNode share : node.path(SHARES)) {
            shares.add(share.doubleValue(Double.NaN));
        }
        JsonNode accuracy = node.path(CLASS_ACCURACY);
        var sound =
                isCount(node.path(COUNT))
                        && isCount(frechet.path(COUNT))
                        && isFinite(frechet.path(VALUE))
                        && isFinite(frechet.path(SPREAD))
                        && isShare(node.path(CONFIDENCE))
                        && areShares(shares)
                        && (accuracy.isMissingNode()
                                || (isShare(accuracy.path(PROBABILITY))
                                        && isShare(accuracy.path(RIGHT))));
        return sound ? Optional.of(quality(node, shares)) : Optional.empty();
    }

    private static Quality quality(JsonNode node, List<Double> shares) {
        JsonNode frechet = node.path(FRECHET);
        JsonNode accuracy = node.path(CLASS_ACCURACY);
        return new Quality(
                node.path(COUNT).intValue(),
                new Estimate(
                        frechet.path(COUNT).intValue(),
                        frechet.path(VALUE).doubleValue(),
                        frechet.path(SPREAD).doubleValue()),
                node.path(CONFIDENCE).doubleValue(),
                new Coverage(shares),
                accuracy.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(
                                new ClassAccuracy(
                                        accuracy.path(PROBABILITY).doubleValue(),
                                        accuracy.path(RIGHT).doubleValue())));
    }

    private static boolean areShares(List<Double> shares) {
        return !shares.isEmpty()
                && shares.size() <= MOST_CLASSES
                && shares.stream().allMatch(share -> share >= 0 && share <= 1);
    }

    private static boolean isCount(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0;
    }

    private static boolean isFinite(JsonNode node) {
        return node.isNumber() && Double.isFinite(node.doubleValue(Double.NaN));
    }

    private static boolean isShare(JsonNode node) {
        return isFinite(node) && node.doubleValue() >= 0 && node.doubleValue() <= 1;
    }
}
