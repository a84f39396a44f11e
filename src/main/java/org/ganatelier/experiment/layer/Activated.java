package org.ganatelier.experiment.layer;

/** A layer that bends each of its outputs by an activation. */
public interface Activated {
    /** The activation, which may be linear. */
    Activation activation();

    /** The layer with another activation. */
    LayerSpec withActivation(Activation activation);
}
