package org.ganatelier.ui.networks;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.project.BenchNets;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.session.ExperimentEditor;
import org.ganatelier.session.Planning;
import org.ganatelier.session.Workers;

import java.util.List;

/** Experiments to edit in tests, planned for real. */
public final class Experiments {
    private Experiments() {}

    static Experiment preset(String name) {
        try {
            return Presets.load(name);
        } catch (ProjectException missing) {
            throw new AssertionError(missing);
        }
    }

    /**
     * A convolutional GAN of six layers and five: Dense, BatchNorm, Reshape, Conv2DTranspose,
     * BatchNorm, Conv2DTranspose and Conv2D, Conv2D, BatchNorm, Flatten, Dense.
     */
    public static Experiment classroom() {
        try {
            return BenchNets.load("classroom");
        } catch (ProjectException missing) {
            throw new AssertionError(missing);
        }
    }

    /** The classroom net's experiment with other stacks. */
    public static Experiment with(List<LayerSpec> generator, List<LayerSpec> discriminator) {
        return classroom()
                .withNetwork(Side.GENERATOR, n -> n.withLayers(generator))
                .withNetwork(Side.DISCRIMINATOR, n -> n.withLayers(discriminator));
    }

    public static ExperimentEditor editor(Experiment experiment) {
        return new ExperimentEditor(
                experiment, Planning.real(), new Workers(Runnable::run, Runnable::run));
    }
}
