package org.ganatelier.experiment.layer;

/**
 * A layer with trained weights, one row of them for each output channel or unit.
 *
 * <p>This and the other facets are plain interfaces: a sealed one would have to name its layers, so
 * that a new layer would touch a file for each facet.
 */
public interface Weighted {
    /** Units or filters: how many values or channels come out. */
    int width();

    /** Whether a trained constant is added to each output. */
    boolean bias();

    /** Whether the weights are divided by their largest singular value. */
    boolean spectralNorm();

    /** The layer with another number of units or filters. */
    LayerSpec withWidth(int width);
}
