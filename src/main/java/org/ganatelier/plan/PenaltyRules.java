package org.ganatelier.plan;

import org.ganatelier.plan.Problem.Place;
import org.ganatelier.spec.Experiment;
import org.ganatelier.spec.LayerSpec;
import org.ganatelier.spec.NetworkSpec;
import org.ganatelier.spec.Objective;
import org.ganatelier.spec.Side;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which layers of a discriminator a penalty on its gradients cannot bear: such a penalty asks how
 * the score of an image follows that image, which has an answer only where the score depends on
 * nothing else.
 */
final class PenaltyRules {
    /** What a layer does that a penalty cannot bear. */
    enum Trouble {
        /** An image's score depends on the others of its batch. */
        MIXES,
        /** Asked twice, the score differs. */
        RANDOM
    }

    /** Keras's. */
    private static final double EPSILON = 1e-3;

    private PenaltyRules() {}

    static Optional<Trouble> trouble(LayerSpec layer) {
        return switch (layer) {
            case LayerSpec.BatchNorm _, LayerSpec.MinibatchStdDev _ -> Optional.of(Trouble.MIXES);
            case LayerSpec.Dropout(double rate) -> random(rate > 0);
            case LayerSpec.GaussianNoise(double deviation) -> random(deviation > 0);
            case LayerSpec.Dense _,
                    LayerSpec.Conv2D _,
                    LayerSpec.Conv2DTranspose _,
                    LayerSpec.UpSampling2D _,
                    LayerSpec.PixelShuffle _,
                    LayerSpec.LayerNorm _,
                    LayerSpec.Activate _,
                    LayerSpec.Reshape _,
                    LayerSpec.Flatten _,
                    LayerSpec.MaxPool _,
                    LayerSpec.AveragePool _,
                    LayerSpec.GlobalAveragePool _ ->
                    Optional.empty();
        };
    }

    private static Optional<Trouble> random(boolean is) {
        return is ? Optional.of(Trouble.RANDOM) : Optional.empty();
    }

    static List<Finding> judge(Experiment experiment) {
        var findings = new ArrayList<Finding>();
        if (experiment.objective().penalisesGradients()) {
            List<LayerSpec> layers = experiment.discriminator().layers();
            for (int i = 0; i < layers.size(); i++) {
                LayerSpec layer = layers.get(i);
                var place = new Place.Layer(Side.DISCRIMINATOR, i);
                trouble(layer)
                        .map(trouble -> new Fault.DisturbsPenalty(layer, trouble))
                        .ifPresent(fault -> findings.add(new Finding(place, fault)));
            }
        }
        return findings;
    }

    static Remedies remedies(Experiment experiment) {
        List<LayerSpec> troubled =
                experiment.discriminator().layers().stream()
                        .filter(layer -> trouble(layer).isPresent())
                        .toList();
        Fix calm =
                new Fix(
                        calmingLabel(troubled),
                        e -> e.withNetwork(Side.DISCRIMINATOR, PenaltyRules::calmed));
        return Remedies.onStack(
                Side.DISCRIMINATOR,
                List.of(calm, withoutPenalty(experiment.objective())),
                List.of());
    }

    private static String calmingLabel(List<LayerSpec> troubled) {
        boolean normalizes = troubled.stream().anyMatch(LayerSpec.BatchNorm.class::isInstance);
        String others =
                troubled.stream()
                        .filter(layer -> !(layer instanceof LayerSpec.BatchNorm))
                        .map(LayerSpec::title)
                        .distinct()
                        .collect(Collectors.joining(" and "));
        if (!normalizes) {
            return "Remove " + others;
        }
        return others.isEmpty() ? "Use LayerNorm" : "Use LayerNorm and remove " + others;
    }

    /** With layer normalization for batch normalization, without what else mixes or is random. */
    private static NetworkSpec calmed(NetworkSpec network) {
        return network.withLayers(network.layers().stream().flatMap(PenaltyRules::calmed).toList());
    }

    private static Stream<LayerSpec> calmed(LayerSpec layer) {
        if (layer instanceof LayerSpec.BatchNorm norm) {
            return Stream.of(new LayerSpec.LayerNorm(EPSILON, norm.activation()));
        }
        return trouble(layer).isPresent() ? Stream.empty() : Stream.of(layer);
    }

    private static Fix withoutPenalty(Objective objective) {
        boolean r1 = objective.r1() > 0;
        if (objective.kind() != Objective.Kind.WASSERSTEIN_GP) {
            return new Fix("Switch R1 off", e -> e.withObjective(e.objective().withR1(0)));
        }
        return new Fix(
                r1 ? "Clip weights instead, and switch R1 off" : "Clip weights instead",
                e ->
                        e.withObjective(e.objective().withR1(0))
                                .withObjectiveKind(Objective.Kind.WASSERSTEIN));
    }
}
