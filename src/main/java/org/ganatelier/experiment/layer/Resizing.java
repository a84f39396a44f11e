package org.ganatelier.experiment.layer;

/** A layer that makes images larger or smaller by a factor. */
public interface Resizing {
    /** The factor, at least 1. */
    int factor();

    /** The layer with another factor. */
    LayerSpec withFactor(int factor);

    /** Whether images become larger; otherwise they become smaller. */
    boolean enlarges();
}
