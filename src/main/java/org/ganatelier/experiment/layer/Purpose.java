package org.ganatelier.experiment.layer;

/** What a kind of layer is for, in the order in which people build. */
public enum Purpose {
    /** Vectors, and what makes an image of one or one of an image. */
    DENSE_AND_SHAPE,
    /** Images made larger or smaller, seen through windows. */
    CONVOLUTION,
    /** Values brought to a common scale. */
    NORMALIZATION,
    /** Values bent by a curve. */
    ACTIVATION,
    /** Training made harder or steadier. */
    REGULARIZATION,
    /** Images made smaller without weights. */
    POOLING
}
