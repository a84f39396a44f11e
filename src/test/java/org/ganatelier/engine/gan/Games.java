package org.ganatelier.engine.gan;

import org.ganatelier.engine.network.Nets;
import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.objective.Hinge;
import org.ganatelier.experiment.objective.Relativistic;
import org.ganatelier.experiment.objective.Wasserstein;
import org.ganatelier.experiment.objective.WassersteinGp;
import org.ganatelier.project.BenchNets;
import org.ganatelier.project.Presets;

import java.util.List;

/** Experiments with small batches that together take every way through a step. */
final class Games {
    static final int BATCH = 12;

    private Games() {}

    /** Each takes another way through a step. */
    static List<String> names() {
        return List.of(
                "batch statistics",
                "none",
                "dropout",
                "channels",
                "projection",
                "spectral",
                "weight clip",
                "gradient penalty",
                "pairs",
                "R1, noise, average",
                "points",
                "two of each");
    }

    static Experiment experiment(String game) throws Exception {
        Experiment net = BenchNets.load("mlp");
        Experiment experiment =
                switch (game) {
                    case "batch statistics" -> BenchNets.load("classroom");
                    case "dropout" -> Presets.load("tutorial");
                    case "channels" -> net.withConditioning(Conditioning.CHANNELS);
                    case "projection" ->
                            BenchNets.load("classroom").withConditioning(Conditioning.PROJECTION);
                    case "spectral" -> net.withNetwork(Side.DISCRIMINATOR, Nets::spectral);
                    case "weight clip" ->
                            net.withLoss(new Wasserstein()).withTraining(t -> t.withTurns(5, 1));
                    case "gradient penalty" -> net.withLoss(new WassersteinGp());
                    case "pairs" -> net.withLoss(new Relativistic());
                    case "R1, noise, average" ->
                            net.withLoss(new Hinge())
                                    .withObjective(
                                            net.withLoss(new Hinge())
                                                    .objective()
                                                    .withR1(1)
                                                    .withInstanceNoise(0.3))
                                    .withTraining(t -> t.withAverageDecay(0.99));
                    case "points" -> Presets.load("points");
                    case "two of each" -> net.withTraining(t -> t.withTurns(2, 2));
                    default -> net;
                };
        return experiment.withTraining(t -> t.withBatchSize(BATCH));
    }
}
