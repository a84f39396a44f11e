package org.ganatelier.plan.check;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
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
            case BatchNorm _, MinibatchStdDev _ -> Optional.of(Trouble.MIXES);
            case Dropout(double rate) -> random(rate > 0);
            case GaussianNoise(double deviation) -> random(deviation > 0);
            case Dense _,
                    Conv2D _,
                    Conv2DTranspose _,
                    UpSampling2D _,
                    PixelShuffle _,
                    LayerNorm _,
                    Activate _,
                    Reshape _,
                    Flatten _,
                    MaxPool _,
                    AveragePool _,
                    GlobalAveragePool _ ->
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
