package org.ganatelier.exchange.model;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;

import java.util.List;
import java.util.Optional;

/**
 * What is to be written for another framework.
 *
 * @param plan of a ready experiment: that of the run where there is one
 * @param networks those that are wanted, G first
 * @param examples what they compute; empty where nothing was trained
 */
public record Export(Plan plan, List<PortableNetwork> networks, Optional<Examples> examples) {
    public Export {
        networks = List.copyOf(networks);
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("Nothing to export");
        }
    }

    public Experiment experiment() {
        return plan.experiment();
    }

    /** The network of one side, if it is wanted. */
    public Optional<PortableNetwork> network(Side side) {
        return networks.stream().filter(network -> network.side() == side).findFirst();
    }

    /** Whether there are weights to write. */
    public boolean isTrained() {
        return examples.isPresent();
    }
}
