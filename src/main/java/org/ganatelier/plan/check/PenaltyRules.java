package org.ganatelier.plan.check;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MixesSamples;
import org.ganatelier.experiment.layer.RandomWhileTraining;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.experiment.objective.PairedLoss;
import org.ganatelier.plan.model.Finding;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;
import org.ganatelier.plan.model.Violation.DisturbsPenalty.Trouble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which layers of a discriminator a penalty on its gradients cannot bear: such a penalty asks how
 * the score of an image follows that image, which has an answer only where the score depends on
 * nothing else. A loss that compares scores of two batches needs the same, but for chance.
 */
public final class PenaltyRules {
    private PenaltyRules() {}

    public static Optional<Trouble> trouble(LayerSpec layer) {
        if (layer instanceof MixesSamples) {
            return Optional.of(Trouble.MIXES);
        }
        return layer instanceof RandomWhileTraining random && random.disturbs()
                ? Optional.of(Trouble.RANDOM)
                : Optional.empty();
    }

    /** Pairs of scores bear what is random. */
    private static Optional<Trouble> unpaired(Trouble trouble) {
        return trouble == Trouble.MIXES ? Optional.of(Trouble.UNPAIRS) : Optional.empty();
    }

    static List<Finding> judge(Experiment experiment) {
        var findings = new ArrayList<Finding>();
        Objective objective = experiment.objective();
        boolean pairs = objective.loss() instanceof PairedLoss;
        if (objective.penalisesGradients() || pairs) {
            List<LayerSpec> layers = experiment.discriminator().layers();
            for (int i = 0; i < layers.size(); i++) {
                LayerSpec layer = layers.get(i);
                var place = new Place.Layer(Side.DISCRIMINATOR, i);
                trouble(layer)
                        .flatMap(
                                trouble ->
                                        objective.penalisesGradients()
                                                ? Optional.of(trouble)
                                                : unpaired(trouble))
                        .map(trouble -> new Violation.DisturbsPenalty(layer, trouble))
                        .ifPresent(violation -> findings.add(new Finding(place, violation)));
            }
        }
        return findings;
    }
}
