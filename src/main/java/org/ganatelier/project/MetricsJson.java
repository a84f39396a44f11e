package org.ganatelier.project;

import org.ganatelier.experiment.basics.Side;
import org.ganatelier.train.Metrics;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The figures of the newest step as JSON; what was not measured is left out. */
final class MetricsJson {
    private static final String STEP = "step";
    private static final String EPOCH = "epoch";
    private static final String SECONDS = "seconds";
    private static final String GENERATOR_LOSS = "generatorLoss";
    private static final String DISCRIMINATOR_LOSS = "discriminatorLoss";
    private static final String D_REAL = "dReal";
    private static final String D_FAKE = "dFake";
    private static final String SPEED = "imagesPerSecond";
    private static final String PENALTY = "gradientPenalty";
    private static final String GENERATOR_RATE = "generatorRate";
    private static final String DISCRIMINATOR_RATE = "discriminatorRate";
    private static final String GENERATOR_GRADIENT = "generatorGradient";
    private static final String DISCRIMINATOR_GRADIENT = "discriminatorGradient";
    private static final String SIGMAS = "sigmas";
    private static final String SIDE = "side";
    private static final String LAYER = "layer";
    private static final String VALUE = "value";

    /** More layers than any network has. */
    private static final int MOST_SIGMAS = 1000;

    private MetricsJson() {}

    static ObjectNode write(Metrics metrics) {
        ObjectNode node = ProjectJson.MAPPER.createObjectNode().put(STEP, metrics.step());
        put(node, EPOCH, metrics.epoch());
        put(node, SECONDS, metrics.seconds());
        put(node, GENERATOR_LOSS, metrics.generatorLoss());
        put(node, DISCRIMINATOR_LOSS, metrics.discriminatorLoss());
        put(node, D_REAL, metrics.dReal());
        put(node, D_FAKE, metrics.dFake());
        put(node, SPEED, metrics.imagesPerSecond());
        put(node, PENALTY, metrics.gradientPenalty());
        put(node, GENERATOR_RATE, metrics.generatorRate());
        put(node, DISCRIMINATOR_RATE, metrics.discriminatorRate());
        put(node, GENERATOR_GRADIENT, metrics.generatorGradient());
        put(node, DISCRIMINATOR_GRADIENT, metrics.discriminatorGradient());
        if (!metrics.sigmas().isEmpty()) {
            var sigmas = node.putArray(SIGMAS);
            for (Metrics.Sigma sigma : metrics.sigmas()) {
                ObjectNode one = sigmas.addObject();
                one.put(SIDE, sigma.side().id()).put(LAYER, sigma.layer());
                put(one, VALUE, sigma.value());
            }
        }
        return node;
    }

    private static void put(ObjectNode node, String field, double value) {
        if (Double.isFinite(value)) {
            node.put(field, value);
        }
    }

    /** Figures that are missing or no numbers count as not measured. */
    static Metrics read(JsonNode node) {
        return new Metrics(
                node.path(STEP).longValue(0),
                number(node, EPOCH),
                number(node, SECONDS),
                number(node, GENERATOR_LOSS),
                number(node, DISCRIMINATOR_LOSS),
                number(node, D_REAL),
                number(node, D_FAKE),
                number(node, SPEED),
                number(node, PENALTY),
                number(node, GENERATOR_RATE),
                number(node, DISCRIMINATOR_RATE),
                sigmas(node.path(SIGMAS)),
                number(node, GENERATOR_GRADIENT),
                number(node, DISCRIMINATOR_GRADIENT));
    }

    private static double number(JsonNode node, String field) {
        double value = node.path(field).doubleValue(Double.NaN);
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private static List<Metrics.Sigma> sigmas(JsonNode list) {
        var sigmas = new ArrayList<Metrics.Sigma>();
        list.valueStream()
                .limit(MOST_SIGMAS)
                .forEach(
                        node ->
                                side(node.path(SIDE))
                                        .map(
                                                side ->
                                                        new Metrics.Sigma(
                                                                side,
                                                                node.path(LAYER).intValue(0),
                                                                number(node, VALUE)))
                                        .filter(sigma -> sigma.layer() >= 0 && sigma.value() >= 0)
                                        .ifPresent(sigmas::add));
        return sigmas;
    }

    private static Optional<Side> side(JsonNode node) {
        return Arrays.stream(Side.values())
                .filter(side -> side.id().equals(node.stringValue("")))
                .findFirst();
    }
}
