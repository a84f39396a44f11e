package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Require;

/**
 * One layer of a network, with Keras's parameters and meanings. Every layer is a record of this
 * package; a new one does not compile until every {@code switch} over layers answers for it.
 */
public sealed interface LayerSpec
        permits Dense,
                Conv2D,
                Conv2DTranspose,
                UpSampling2D,
                PixelShuffle,
                BatchNorm,
                LayerNorm,
                Activate,
                Dropout,
                GaussianNoise,
                MinibatchStdDev,
                Reshape,
                Flatten,
                MaxPool,
                AveragePool,
                GlobalAveragePool {
    /** Its name in sentences and in an experiment's JSON, mostly that of Keras. */
    default String title() {
        return this instanceof Activate ? "Activation" : getClass().getSimpleName();
    }

    static void requireWindow(String layer, int filters, int window, int stride) {
        Require.that(filters > 0, layer + " needs at least one filter");
        Require.that(window > 0, layer + " needs a window of at least 1×1");
        Require.that(stride > 0, layer + " needs a stride of at least 1");
    }
}
