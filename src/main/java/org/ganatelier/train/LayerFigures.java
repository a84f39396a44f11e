package org.ganatelier.train;

import org.ganatelier.experiment.basics.Side;

import java.util.Optional;

/**
 * What a layer held in one real step.
 *
 * @param layer its index in the network's plan
 * @param trained empty where it trains nothing, or its player had no turn
 * @param activations what came out of it for the whole batch, in training mode
 * @param resting the share, 0 to 1, of its units that gave no value above 0 for any sample of the
 *     batch, an image's channel being one unit; NaN where its activation has no such side
 */
public record LayerFigures(
        Side side, int layer, Optional<Trained> trained, Spread activations, double resting) {
    /**
     * What it trains: its kernels, without biases; of a layer without kernels, all that it trains.
     *
     * @param weights before the update
     * @param gradients as they come to the optimizer, before they are clipped
     * @param update by which the weights changed
     */
    public record Trained(Spread weights, Spread gradients, Spread update) {
        /**
         * The length of the update by that of the weights. About 1e-3 is usual (Karpathy 2015,
         * cs231n.github.io/neural-networks-3); NaN where all weights are 0.
         */
        public double ratio() {
            return weights.norm() == 0 ? Double.NaN : update.norm() / weights.norm();
        }
    }
}
