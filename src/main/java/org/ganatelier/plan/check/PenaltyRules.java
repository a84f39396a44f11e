package org.ganatelier.plan.check;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;
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
 * nothing else.
 */
public final class PenaltyRules {
    private PenaltyRules() {}

    public static Optional<Trouble> trouble(LayerSpec layer) {
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
                        .map(trouble -> new Violation.DisturbsPenalty(layer, trouble))
                        .ifPresent(fault -> findings.add(new Finding(place, fault)));
            }
        }
        return findings;
    }
}
