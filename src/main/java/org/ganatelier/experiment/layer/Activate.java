package org.ganatelier.experiment.layer;

/** An activation as a layer of its own. */
public record Activate(Activation activation) implements LayerSpec {}
