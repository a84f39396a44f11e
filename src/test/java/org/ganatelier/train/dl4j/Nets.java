package org.ganatelier.train.dl4j;

import org.ganatelier.plan.Outcome;
import org.ganatelier.plan.Plan;
import org.ganatelier.plan.Planner;
import org.ganatelier.spec.DataSpec;
import org.ganatelier.spec.Experiment;
import org.ganatelier.spec.LayerSpec;
import org.ganatelier.spec.LayerSpec.Conv2D;
import org.ganatelier.spec.LayerSpec.Conv2DTranspose;
import org.ganatelier.spec.LayerSpec.Dense;
import org.ganatelier.spec.NetworkSpec;
import org.ganatelier.spec.Objective;
import org.ganatelier.spec.OptimizerSpec;
import org.ganatelier.spec.Shape;
import org.ganatelier.spec.TrainingSpec;

import java.nio.file.Path;
import java.util.Optional;

/** Small experiments for tests. */
final class Nets {
    private static final OptimizerSpec ADAM = new OptimizerSpec(1e-3, 0.5, 0.999);

    private Nets() {}

    /** An experiment on images of a shape of the test's own. */
    static Experiment experiment(
            Shape.Image shape, NetworkSpec generator, NetworkSpec discriminator) {
        return new Experiment(
                "test",
                new DataSpec.IdxFiles(Path.of("none"), Optional.empty(), shape),
                5,
                generator,
                discriminator,
                new Objective(Objective.Kind.NON_SATURATING),
                new TrainingSpec(4, 1, 1, ADAM, ADAM),
                1);
    }

    static NetworkSpec net(LayerSpec... layers) {
        return NetworkSpec.of(layers);
    }

    /** Every weight divided by its sigma. */
    static NetworkSpec spectral(NetworkSpec network) {
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
    static Plan ready(Experiment experiment) {
        return switch (Planner.plan(experiment)) {
            case Outcome.Ready(Plan plan) -> plan;
            case Outcome.Rejected rejected -> throw new AssertionError(rejected.problems());
        };
    }
}
