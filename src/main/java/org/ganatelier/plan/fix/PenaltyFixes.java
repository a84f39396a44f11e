package org.ganatelier.plan.fix;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.plan.check.PenaltyRules;
import org.ganatelier.plan.model.Change;
import org.ganatelier.plan.model.Fix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** For layers of a discriminator that a penalty on its gradients cannot bear. */
final class PenaltyFixes {
    private PenaltyFixes() {}

    static FixCandidates of(Experiment experiment) {
        return FixCandidates.onStack(
                Side.DISCRIMINATOR,
                List.of(
                        calmed(experiment.discriminator().layers()),
                        withoutPenalty(experiment.objective())),
                List.of());
    }

    /** With layer normalization for batch normalization, without what else mixes or is random. */
    private static Fix calmed(List<LayerSpec> layers) {
        var changes = new ArrayList<Change>();
        if (layers.stream().anyMatch(BatchNorm.class::isInstance)) {
            changes.add(new Change.UseLayerNorm(Side.DISCRIMINATOR));
        }
        List<Integer> others =
                IntStream.range(0, layers.size())
                        .filter(i -> !(layers.get(i) instanceof BatchNorm))
                        .filter(i -> PenaltyRules.trouble(layers.get(i)).isPresent())
                        .boxed()
                        .toList();
        if (!others.isEmpty()) {
            changes.add(new Change.RemoveAll(Side.DISCRIMINATOR, others));
        }
        return new Fix(changes);
    }

    private static Fix withoutPenalty(Objective objective) {
        var changes = new ArrayList<Change>();
        if (objective.slopePenalty() > 0) {
            changes.add(new Change.ClipWeights());
        }
        if (objective.r1().isOn()) {
            changes.add(new Change.SwitchR1Off());
        }
        if (objective.r2().isOn()) {
            changes.add(new Change.SwitchR2Off());
        }
        return new Fix(changes);
    }
}
