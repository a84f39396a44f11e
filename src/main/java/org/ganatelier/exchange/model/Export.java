package org.ganatelier.exchange.model;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Trainer;
import org.ganatelier.train.Weights;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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

    /**
     * The model of an experiment that nobody has trained: its code alone.
     *
     * @param wanted at least one of the networks
     */
    public static Export untrained(Plan plan, Set<Side> wanted) {
        return new Export(
                plan,
                networks(wanted, side -> PortableNetwork.untrained(plan, side)),
                Optional.empty());
    }

    /**
     * The model of a run. Asks the engine for examples, which takes a moment.
     *
     * @param plan of the run
     * @param weights which of the generator's, where the run keeps an average
     * @param wanted at least one of the networks
     */
    public static Export trained(
            Trainer trainer, Plan plan, Checkpoint run, Weights weights, Set<Side> wanted) {
        return new Export(
                plan,
                networks(wanted, side -> PortableNetwork.trained(plan, side, run, weights)),
                Optional.of(Examples.of(trainer, plan, run, weights)));
    }

    private static List<PortableNetwork> networks(
            Set<Side> wanted, Function<Side, PortableNetwork> network) {
        return Arrays.stream(Side.values()).filter(wanted::contains).map(network).toList();
    }

    public Experiment experiment() {
        return plan.experiment();
    }

    /** The network of one side, if it is wanted. */
    public Optional<PortableNetwork> network(Side side) {
        return networks.stream().filter(network -> network.side() == side).findFirst();
    }

    /** Whether both networks are wanted: code that trains needs both. */
    public boolean isWhole() {
        return networks.size() == Side.values().length;
    }

    /** Whether there are weights to write. */
    public boolean isTrained() {
        return examples.isPresent();
    }
}
