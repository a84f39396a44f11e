package org.ganatelier.experiment.layer;

/**
 * x above zero, a * x below, with a trained slope a for each channel of an image or value of a
 * vector, at first 0.25 (He et al. 2015, arXiv:1502.01852).
 */
public record PReLU() implements LayerSpec {}
