package org.ganatelier.engine.network;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.OptimizerSpec;
import org.ganatelier.experiment.TrainingSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.data.DataSpec;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.objective.NonSaturating;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;

import java.nio.file.Path;
import java.util.Optional;

/** Small experiments for tests. */
public final class Nets {
    private static final OptimizerSpec ADAM = new OptimizerSpec(1e-3, 0.5, 0.999);

    private Nets() {}

    /** An experiment on images of a shape of the test's own. */
    public static Experiment experiment(
            Shape.Image shape, NetworkSpec generator, NetworkSpec discriminator) {
        return new Experiment(
                "test",
                new DataSpec.IdxFiles(Path.of("none"), Optional.empty(), shape),
                5,
                generator,
                discriminator,
                new Objective(new NonSaturating()),
                new TrainingSpec(4, 1, 1, ADAM, ADAM),
                1);
    }

    public static NetworkSpec net(LayerSpec... layers) {
        return NetworkSpec.of(layers);
    }

    /** Every weight divided by its sigma. */
    public static NetworkSpec spectral(NetworkSpec network) {
        return network.withLayers(
                network.layers().stream()
                        .map(
                                layer ->
                                        switch (layer) {
                                            case Dense d -> d.withSpectralNorm(true);
                                            case Conv2D c -> c.withSpectralNorm(true);
                                            case Conv2DTranspose c -> c.withSpectralNorm(true);
                                            default -> layer;
                                        })
                        .toList());
    }

    /** The plan of an experiment that has no problems. */
    public static Plan ready(Experiment experiment) {
        return switch (Planner.check(experiment)) {
            case Outcome.Ready(Plan plan, _) -> plan;
            case Outcome.Rejected rejected -> throw new AssertionError(rejected.problems());
        };
    }
}
