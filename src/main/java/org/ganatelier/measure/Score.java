package org.ganatelier.measure;

/**
 * How good images are, beside the floor: what the same measures say of as many real images that the
 * judge has never seen, or of all there are where there are fewer.
 */
public record Score(Quality images, Quality floor) {}
