package org.ganatelier.engine.gan;

import org.ganatelier.engine.network.Network;
import org.ganatelier.experiment.basics.Side;

/**
 * Looks on while a step is taken: see {@link Game#watch}. It is told of each part on the thread
 * that plays, between two computations. It may read and copy what the networks hold; it changes
 * nothing, so that a step is the same whether somebody looks or not.
 */
public interface StepWatcher {
    /** Looks away. */
    StepWatcher NONE = new StepWatcher() {};

    /**
     * G has made a batch: its noise is in the chain's entry, its samples are the chain's output.
     */
    default void made(Network.Chain maker) {}

    /**
     * D has looked at a batch. The samples are in the chain's entry, the logits are its output, and
     * its output's gradient is that of the loss of the player whose turn it is.
     *
     * @param turn the player that learns from it
     * @param sight what the batch holds
     */
    default void judged(Side turn, Sight sight, Network.Chain judge) {}

    /**
     * Penalties on gradients were added to D's loss, and their gradients to D's.
     *
     * @param sum what they add, mean over the batch
     */
    default void penalised(double sum) {}

    /** The gradients of a player are complete; its update comes next. */
    default void aboutToUpdate(Side side) {}

    /** A player was updated. */
    default void updated(Side side) {}

    /** One that tells another one too, after itself. */
    default StepWatcher and(StepWatcher other) {
        return new BothWatchers(this, other);
    }

    /** What a batch holds that D looks at. */
    enum Sight {
        REAL,
        GENERATED,
        /** As many real samples as generated ones, the real ones first. */
        BOTH
    }
}
