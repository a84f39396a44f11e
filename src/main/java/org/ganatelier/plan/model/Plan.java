package org.ganatelier.plan.model;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;

/** An experiment with the shapes of both its networks. */
public record Plan(Experiment experiment, NetworkPlan generator, NetworkPlan discriminator) {
    /** The same networks, computed in less memory. */
    public Plan withoutSpectra() {
        return new Plan(experiment, generator.withoutSpectra(), discriminator.withoutSpectra());
    }

    /** The plan of one side. */
    public NetworkPlan network(Side side) {
        return switch (side) {
            case GENERATOR -> generator;
            case DISCRIMINATOR -> discriminator;
        };
    }
}
