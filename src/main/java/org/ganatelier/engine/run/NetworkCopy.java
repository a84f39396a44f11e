package org.ganatelier.engine.run;

import org.ganatelier.engine.nd4j.Natives;
import org.ganatelier.engine.network.Network;
import org.ganatelier.plan.model.NetworkPlan;
import org.jspecify.annotations.Nullable;

/**
 * A second network with the weights of a snapshot of the first, made when it is first used. Owned
 * by one thread.
 */
final class NetworkCopy implements AutoCloseable {
    private final NetworkPlan plan;
    private @Nullable Network network;
    private @Nullable Snapshot loaded;

    NetworkCopy(NetworkPlan plan) {
        this.plan = plan;
    }

    /** The network with these weights. */
    Network with(Snapshot weights) {
        Network made = network;
        if (made == null) {
            // One thread: the others are training.
            Natives.load(1);
            made = new Network(plan);
            network = made;
        }
        if (!weights.equals(loaded)) {
            weights.writeTo(made);
            loaded = weights;
        }
        return made;
    }

    @Override
    public void close() {
        if (network != null) {
            network.close();
        }
    }
}
