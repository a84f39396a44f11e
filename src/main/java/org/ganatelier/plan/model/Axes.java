package org.ganatelier.plan.model;

/** What the dimensions of a parameter mean, the slowest first. Files of other programs differ. */
public enum Axes {
    /** One value for each channel of an image or each value of a vector. */
    CHANNELS,
    /** [inputs, units] of a dense layer, as in Keras; PyTorch has them the other way round. */
    IN_OUT,
    /**
     * [filters, channels in, rows, columns] of a convolution, as in PyTorch; of a depthwise one
     * each filter has a single channel in.
     */
    OUT_IN_ROWS_COLUMNS,
    /** [channels in, filters, rows, columns] of a transposed convolution, as in PyTorch. */
    IN_OUT_ROWS_COLUMNS,
    /** [classes, features] of an embedding. */
    CLASSES_FEATURES
}
