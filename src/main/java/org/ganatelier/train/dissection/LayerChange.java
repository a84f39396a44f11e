package org.ganatelier.train.dissection;

/**
 * What one update did to a layer that has weights. All lengths are L2 norms over all trained
 * numbers of the layer.
 *
 * @param layer its index in the network, from 0
 * @param gradient before it is clipped, and without weight decay
 * @param moved from the weights before to those after, clipping of weights included
 * @param weights before the update
 */
public record LayerChange(int layer, double gradient, double moved, double weights) {
    /** How far it moved by how large it was; NaN where all weights were zero. */
    public double share() {
        return weights == 0 ? Double.NaN : moved / weights;
    }
}
