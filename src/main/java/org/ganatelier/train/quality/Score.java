package org.ganatelier.train.quality;

/**
 * How good images are, beside the baseline: what the same measures say of as many real images that
 * the classifier has never seen, or of all there are where there are fewer. Both distances are of
 * the same number of images; the other measures do not depend on it.
 */
public record Score(Quality images, Quality baseline) {}
