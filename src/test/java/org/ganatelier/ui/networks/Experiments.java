package org.ganatelier.ui.networks;

import org.ganatelier.plan.Planner;
import org.ganatelier.project.Presets;
import org.ganatelier.project.ProjectException;
import org.ganatelier.session.ExperimentEditor;
import org.ganatelier.spec.Experiment;
import org.ganatelier.spec.LayerSpec;
import org.ganatelier.spec.Side;

import java.util.List;

/** Experiments to edit in tests, planned for real. */
final class Experiments {
    private Experiments() {}

    static Experiment preset(String name) {
        try {
            return Presets.load(name);
        } catch (ProjectException missing) {
            throw new AssertionError(missing);
        }
    }

    /** The default preset with other stacks. */
    static Experiment with(List<LayerSpec> generator, List<LayerSpec> discriminator) {
        return preset("digits")
                .withNetwork(Side.GENERATOR, n -> n.withLayers(generator))
                .withNetwork(Side.DISCRIMINATOR, n -> n.withLayers(discriminator));
    }

    static ExperimentEditor editor(Experiment experiment) {
        return new ExperimentEditor(experiment, Planner::plan);
    }
}
