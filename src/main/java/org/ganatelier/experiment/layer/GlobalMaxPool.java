package org.ganatelier.experiment.layer;

/** The largest value of each channel: an image becomes a vector of its channels. */
public record GlobalMaxPool() implements LayerSpec {}
