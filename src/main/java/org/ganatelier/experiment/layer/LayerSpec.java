package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Require;
import org.ganatelier.experiment.basics.Shape;

/**
 * One layer of a network, with Keras's parameters and meanings. Every layer is a nested record; a
 * new one does not compile until every {@code switch} over layers answers for it.
 */
public sealed interface LayerSpec {
    /** Its name in sentences and in an experiment's JSON, mostly that of Keras. */
    default String title() {
        return this instanceof Activate ? "Activation" : getClass().getSimpleName();
    }

    /**
     * A fully connected layer: y = activation(x W + b).
     *
     * @param units outputs, at least 1
     * @param spectralNorm W / sigma(W) in place of W, sigma being W's largest singular value
     *     (Miyato et al. 2018, arXiv:1802.05957): the layer stretches no input by more than 1
     */
    record Dense(int units, boolean bias, boolean spectralNorm, Activation activation)
            implements LayerSpec {
        public Dense {
            Require.that(units > 0, "Dense needs at least one unit");
        }

        /** Without spectral normalization. */
        public Dense(int units, boolean bias, Activation activation) {
            this(units, bias, false, activation);
        }

        public Dense withSpectralNorm(boolean on) {
            return new Dense(units, bias, on, activation);
        }
    }

    /**
     * A two-dimensional convolution with a square kernel.
     *
     * @param filters output channels, at least 1
     * @param kernel side of the kernel in pixels, at least 1
     * @param stride pixels between two outputs, at least 1
     * @param spectralNorm W / sigma(W) in place of W (see {@link Dense}), W being the weights as a
     *     matrix [filters, channels in * kernel * kernel], as in the paper
     */
    record Conv2D(
            int filters,
            int kernel,
            int stride,
            Padding padding,
            boolean bias,
            boolean spectralNorm,
            Activation activation)
            implements LayerSpec {
        public Conv2D {
            requireWindow("Conv2D", filters, kernel, stride);
        }

        /** Without spectral normalization. */
        public Conv2D(
                int filters,
                int kernel,
                int stride,
                Padding padding,
                boolean bias,
                Activation activation) {
            this(filters, kernel, stride, padding, bias, false, activation);
        }

        public Conv2D withSpectralNorm(boolean on) {
            return new Conv2D(filters, kernel, stride, padding, bias, on, activation);
        }
    }

    /**
     * A transposed convolution, which makes images larger by its stride; the adjoint of {@link
     * Conv2D}.
     *
     * @param filters output channels, at least 1
     * @param kernel side of the kernel in pixels, at least 1
     * @param stride factor of enlargement, at least 1
     * @param spectralNorm W / sigma(W) in place of W (see {@link Dense}), W being the weights as a
     *     matrix [filters, channels in * kernel * kernel], as in PyTorch
     */
    record Conv2DTranspose(
            int filters,
            int kernel,
            int stride,
            Padding padding,
            boolean bias,
            boolean spectralNorm,
            Activation activation)
            implements LayerSpec {
        public Conv2DTranspose {
            requireWindow("Conv2DTranspose", filters, kernel, stride);
        }

        /** Without spectral normalization. */
        public Conv2DTranspose(
                int filters,
                int kernel,
                int stride,
                Padding padding,
                boolean bias,
                Activation activation) {
            this(filters, kernel, stride, padding, bias, false, activation);
        }

        public Conv2DTranspose withSpectralNorm(boolean on) {
            return new Conv2DTranspose(filters, kernel, stride, padding, bias, on, activation);
        }
    }

    /**
     * Repeats every pixel (nearest neighbour).
     *
     * @param size factor of enlargement, at least 1
     */
    record UpSampling2D(int size) implements LayerSpec {
        public UpSampling2D {
            Require.that(size > 0, "UpSampling2D needs a factor of at least 1");
        }
    }

    /**
     * Turns channels into pixels (Shi et al. 2016, arXiv:1609.05158), in PyTorch's order: pixel (i,
     * j) of each factor * factor square of output channel c comes from input channel c * factor² +
     * i * factor + j.
     *
     * @param factor of enlargement, at least 1; the channels are divided by its square
     */
    record PixelShuffle(int factor) implements LayerSpec {
        public PixelShuffle {
            Require.that(factor > 0, "PixelShuffle needs a factor of at least 1");
        }
    }

    /**
     * Batch normalization (Ioffe and Szegedy 2015), per channel of an image or per value of a
     * vector, with an activation applied to the result.
     *
     * @param momentum share of the old running statistics kept at each step, 0 to 1 (Keras 0.99;
     *     PyTorch's momentum is 1 minus this)
     * @param epsilon added to the variance, above 0
     */
    record BatchNorm(double momentum, double epsilon, Activation activation) implements LayerSpec {
        public BatchNorm {
            Require.that(
                    momentum >= 0 && momentum <= 1, "BatchNorm's momentum must be between 0 and 1");
            Require.that(
                    epsilon > 0 && epsilon < 1, "BatchNorm's epsilon must be above 0 and below 1");
        }
    }

    /**
     * Layer normalization (Ba et al. 2016): over all values of a sample, with a gain and a bias per
     * channel of an image or per value of a vector, and an activation applied to the result.
     *
     * @param epsilon added to the variance, above 0
     */
    record LayerNorm(double epsilon, Activation activation) implements LayerSpec {
        public LayerNorm {
            Require.that(
                    epsilon > 0 && epsilon < 1, "LayerNorm's epsilon must be above 0 and below 1");
        }
    }

    /** An activation as a layer of its own. */
    record Activate(Activation activation) implements LayerSpec {}

    /**
     * Sets values to zero at random while training and scales the others by 1 / (1 - rate).
     *
     * @param rate share of values dropped, at least 0 and below 1
     */
    record Dropout(double rate) implements LayerSpec {
        public Dropout {
            Require.that(rate >= 0 && rate < 1, "Dropout's rate must be at least 0 and below 1");
        }
    }

    /**
     * Adds normal noise while training.
     *
     * @param deviation standard deviation, 0 to 10
     */
    record GaussianNoise(double deviation) implements LayerSpec {
        public GaussianNoise {
            Require.that(
                    deviation >= 0 && deviation <= 10,
                    "GaussianNoise's standard deviation must be between 0 and 10");
        }
    }

    /**
     * Shows the discriminator how varied its images are (Karras et al. 2018, arXiv:1710.10196):
     * adds one channel to an image, or one value to a vector, that holds the mean over all values
     * of their standard deviation within a group of the batch. A generator cannot have it: its
     * images would depend on each other.
     *
     * @param groupSize samples compared with each other, at least 2 (paper: 4); of a smaller batch,
     *     all
     */
    record MinibatchStdDev(int groupSize) implements LayerSpec {
        public MinibatchStdDev {
            Require.that(groupSize >= 2, "MinibatchStdDev needs groups of at least 2 samples");
        }
    }

    /**
     * Gives the same values another shape. Values run channel by channel, row by row (channels
     * first).
     */
    record Reshape(Shape target) implements LayerSpec {}

    /** Turns an image into a vector, channel by channel, row by row. */
    record Flatten() implements LayerSpec {}

    /**
     * The largest value under each window.
     *
     * @param pool side of the window, at least 1
     * @param stride pixels between two windows, at least 1
     */
    record MaxPool(int pool, int stride, Padding padding) implements LayerSpec {
        public MaxPool {
            requireWindow("MaxPool", 1, pool, stride);
        }
    }

    /**
     * The mean under each window; padding is not counted.
     *
     * @param pool side of the window, at least 1
     * @param stride pixels between two windows, at least 1
     */
    record AveragePool(int pool, int stride, Padding padding) implements LayerSpec {
        public AveragePool {
            requireWindow("AveragePool", 1, pool, stride);
        }
    }

    /** The mean of each channel: an image becomes a vector of its channels. */
    record GlobalAveragePool() implements LayerSpec {}

    private static void requireWindow(String layer, int filters, int window, int stride) {
        Require.that(filters > 0, layer + " needs at least one filter");
        Require.that(window > 0, layer + " needs a window of at least 1×1");
        Require.that(stride > 0, layer + " needs a stride of at least 1");
    }
}
