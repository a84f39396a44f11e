package org.ganatelier.project;

import org.ganatelier.train.quality.Variety;
import org.ganatelier.train.quality.VarietyPoint;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** How different a run's samples were, as JSON. */
final class VarietyJson {
    private static final String STEP = "step";
    private static final String SAMPLES = "samples";
    private static final String REAL = "real";
    private static final String COUNT = "count";
    private static final String BETWEEN = "between";
    private static final String NEAREST = "nearest";
    private static final String COPIES = "copies";

    private VarietyJson() {}

    static ObjectNode write(VarietyPoint point) {
        ObjectNode node = ProjectJson.MAPPER.createObjectNode().put(STEP, point.step());
        node.set(SAMPLES, write(point.samples()));
        node.set(REAL, write(point.real()));
        return node;
    }

    private static ObjectNode write(Variety variety) {
        ObjectNode node =
                ProjectJson.MAPPER
                        .createObjectNode()
                        .put(COUNT, variety.count())
                        .put(BETWEEN, variety.between());
        variety.likeness()
                .ifPresent(
                        likeness ->
                                node.put(NEAREST, likeness.nearest())
                                        .put(COPIES, likeness.copies()));
        return node;
    }

    /** Empty where a figure is missing or impossible. */
    static Optional<VarietyPoint> read(JsonNode node) {
        if (!node.path(STEP).isIntegralNumber()
                || !node.path(STEP).canConvertToLong()
                || !isSound(node.path(SAMPLES))
                || !isSound(node.path(REAL))) {
            return Optional.empty();
        }
        return Optional.of(
                new VarietyPoint(
                        node.path(STEP).longValue(),
                        variety(node.path(SAMPLES)),
                        variety(node.path(REAL))));
    }

    private static boolean isSound(JsonNode node) {
        return node.path(COUNT).isIntegralNumber()
                && node.path(COUNT).canConvertToInt()
                && node.path(COUNT).intValue() >= 0
                && isLength(node.path(BETWEEN))
                && node.has(NEAREST) == node.has(COPIES)
                && (!node.has(NEAREST)
                        || (isLength(node.path(NEAREST))
                                && isLength(node.path(COPIES))
                                && node.path(COPIES).doubleValue() <= 1));
    }

    private static boolean isLength(JsonNode node) {
        double value = node.doubleValue(Double.NaN);
        return Double.isFinite(value) && value >= 0;
    }

    private static Variety variety(JsonNode node) {
        return new Variety(
                node.path(COUNT).intValue(),
                node.path(BETWEEN).doubleValue(),
                node.has(NEAREST)
                        ? Optional.of(
                                new Variety.Likeness(
                                        node.path(NEAREST).doubleValue(),
                                        node.path(COPIES).doubleValue()))
                        : Optional.empty());
    }
}
