package org.ganatelier.plan;

import org.ganatelier.spec.Experiment;
import org.ganatelier.spec.Side;

/** An experiment with the shapes of both its networks. */
public record Plan(Experiment experiment, NetworkPlan generator, NetworkPlan discriminator) {
    /** The plan of one side. */
    public NetworkPlan network(Side side) {
        return switch (side) {
            case GENERATOR -> generator;
            case DISCRIMINATOR -> discriminator;
        };
    }
}
