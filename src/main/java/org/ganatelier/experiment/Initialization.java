package org.ganatelier.experiment;

import org.ganatelier.experiment.layer.Conv2DTranspose;

/**
 * How the weights of a network's dense and convolution layers are drawn before the first step.
 * Biases begin at 0, gains at 1. fan-in and fan-out are counted as in Keras and PyTorch: a kernel's
 * area times the channels on each side; of a {@link Conv2DTranspose} the fan-in is that of its own
 * filters.
 */
public enum Initialization {
    /**
     * Uniform within ±sqrt(6 / (fan-in + fan-out)) (Glorot and Bengio 2010): Keras's default, and
     * the one where an experiment names none.
     */
    GLOROT_UNIFORM,
    /** Normal, variance 2 / (fan-in + fan-out) (Glorot and Bengio 2010). */
    GLOROT_NORMAL,
    /** Normal, variance 2 / fan-in (He et al. 2015, arXiv:1502.01852), for rectifiers. */
    HE_NORMAL,
    /**
     * Normal, deviation 0.02 whatever the size; gains of batch normalization around 1 with the same
     * deviation (Radford et al. 2015, arXiv:1511.06434, and PyTorch's DCGAN).
     */
    NORMAL_002,
    /**
     * A random orthogonal matrix (Saxe et al. 2014, arXiv:1312.6120): the rows of W, or its columns
     * where those are fewer, have length 1 and are perpendicular to each other. Of a convolution W
     * is [first dimension, all others].
     */
    ORTHOGONAL
}
