package org.ganatelier.experiment.layer;

/** What a convolution or a pooling does at the border, with Keras's meaning. */
public enum Padding {
    /**
     * Output size = ceil(input / stride), of a transposed convolution input * stride. Where the
     * padding is odd, the larger half is after the image.
     */
    SAME,
    /** No padding: only places where the whole window lies inside the image. */
    VALID
}
