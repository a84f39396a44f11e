package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Shape;

/**
 * Gives the same values another shape. Values run channel by channel, row by row (channels first).
 */
public record Reshape(Shape target) implements LayerSpec {}
