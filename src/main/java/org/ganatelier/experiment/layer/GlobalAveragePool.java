package org.ganatelier.experiment.layer;

/** The mean of each channel: an image becomes a vector of its channels. */
public record GlobalAveragePool() implements LayerSpec {}
