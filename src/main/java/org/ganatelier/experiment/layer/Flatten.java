package org.ganatelier.experiment.layer;

/** Turns an image into a vector, channel by channel, row by row. */
public record Flatten() implements LayerSpec {}
