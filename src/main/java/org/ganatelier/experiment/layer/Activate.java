package org.ganatelier.experiment.layer;

/** An activation as a layer of its own. */
public record Activate(Activation activation) implements LayerSpec, Activated {
    @Override
    public Activate withActivation(Activation other) {
        return new Activate(other);
    }
}
