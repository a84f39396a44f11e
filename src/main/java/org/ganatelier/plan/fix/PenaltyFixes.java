package org.ganatelier.plan.fix;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.plan.check.PenaltyRules;
import org.ganatelier.plan.model.Fix;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For layers of a discriminator that a penalty on its gradients cannot bear. */
final class PenaltyFixes {
    /** Keras's. */
    private static final double EPSILON = 1e-3;

    private PenaltyFixes() {}

    static FixCandidates remedies(Experiment experiment) {
        List<LayerSpec> troubled =
                experiment.discriminator().layers().stream()
                        .filter(layer -> PenaltyRules.trouble(layer).isPresent())
                        .toList();
        Fix calm =
                new Fix(
                        calmingLabel(troubled),
                        e -> e.withNetwork(Side.DISCRIMINATOR, PenaltyFixes::calmed));
        return FixCandidates.onStack(
                Side.DISCRIMINATOR,
                List.of(calm, withoutPenalty(experiment.objective())),
                List.of());
    }

    private static String calmingLabel(List<LayerSpec> troubled) {
        boolean normalizes = troubled.stream().anyMatch(BatchNorm.class::isInstance);
        String others =
                troubled.stream()
                        .filter(layer -> !(layer instanceof BatchNorm))
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
        return network.withLayers(network.layers().stream().flatMap(PenaltyFixes::calmed).toList());
    }

    private static Stream<LayerSpec> calmed(LayerSpec layer) {
        if (layer instanceof BatchNorm norm) {
            return Stream.of(new LayerNorm(EPSILON, norm.activation()));
        }
        return PenaltyRules.trouble(layer).isPresent() ? Stream.empty() : Stream.of(layer);
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
