package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;
import org.ganatelier.experiment.basics.Shape;

import java.util.List;
import java.util.Map;

/**
 * One layer of a network, with Keras's parameters and meanings. Every layer is a record of this
 * package; a new one does not compile until every {@code switch} over layers answers for it.
 */
public sealed interface LayerSpec
        permits Dense,
                Conv2D,
                Conv2DTranspose,
                DepthwiseConv2D,
                SeparableConv2D,
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
                Cropping2D,
                GlobalMaxPool,
                PReLU,
                GlobalAveragePool,
                ZeroPadding2D {
    /** All kinds, in the order of the palette. */
    static List<Kind<LayerSpec>> kinds() {
        return Kinds.ALL;
    }

    /** The kind that this layer is of. */
    default Kind<LayerSpec> kind() {
        return Kind.of(Kinds.ALL, this);
    }

    /** Its name in sentences, in every language: mostly that of Keras. */
    default String title() {
        return kind().id();
    }

    /** The catalogue: a line for each kind. */
    final class Kinds {
        private static final Activation LINEAR = new Activation.Linear();
        private static final Activation RELU = new Activation.ReLU();

        private static final Map<String, Object> WEIGHTED =
                Map.of("bias", true, "spectralNorm", false, "activation", LINEAR);
        private static final Map<String, Object> CONVOLUTION =
                Map.of(
                        "stride",
                        1,
                        "padding",
                        Padding.VALID,
                        "bias",
                        true,
                        "spectralNorm",
                        false,
                        "activation",
                        LINEAR);
        private static final Map<String, Object> DEPTHWISE =
                Map.of(
                        "depthMultiplier",
                        1,
                        "stride",
                        1,
                        "padding",
                        Padding.VALID,
                        "bias",
                        true,
                        "activation",
                        LINEAR);
        private static final Map<String, Object> POOLING =
                Map.of("pool", 2, "padding", Padding.VALID);

        private static final List<Kind<LayerSpec>> ALL =
                List.of(
                        of("Dense", Purpose.DENSE_AND_SHAPE, new Dense(256, true, RELU))
                                .omitting(WEIGHTED),
                        of("Flatten", Purpose.DENSE_AND_SHAPE, new Flatten()),
                        of(
                                "Reshape",
                                Purpose.DENSE_AND_SHAPE,
                                new Reshape(new Shape.Image(7, 7, 32))),
                        of(
                                        "Conv2D",
                                        Purpose.CONVOLUTION,
                                        new Conv2D(16, 4, 2, Padding.SAME, true, RELU))
                                .omitting(CONVOLUTION)
                                .younger("dilation", 1),
                        of(
                                        "Conv2DTranspose",
                                        Purpose.CONVOLUTION,
                                        new Conv2DTranspose(16, 4, 2, Padding.SAME, true, RELU))
                                .omitting(CONVOLUTION)
                                .younger("outputPadding", 0),
                        of(
                                        "DepthwiseConv2D",
                                        Purpose.CONVOLUTION,
                                        new DepthwiseConv2D(1, 3, 1, Padding.SAME, true, RELU))
                                .omitting(DEPTHWISE),
                        of(
                                        "SeparableConv2D",
                                        Purpose.CONVOLUTION,
                                        new SeparableConv2D(32, 1, 3, 1, Padding.SAME, true, RELU))
                                .omitting(DEPTHWISE),
                        of("UpSampling2D", Purpose.CONVOLUTION, new UpSampling2D(2))
                                .omitting(Map.of("size", 2)),
                        of("PixelShuffle", Purpose.CONVOLUTION, new PixelShuffle(2))
                                .omitting(Map.of("factor", 2)),
                        of("BatchNorm", Purpose.NORMALIZATION, new BatchNorm(0.9, 1e-5, RELU))
                                .alias("BatchNormalization")
                                .omitting(
                                        Map.of(
                                                "momentum", 0.99,
                                                "epsilon", 0.001,
                                                "activation", LINEAR)),
                        of("LayerNorm", Purpose.NORMALIZATION, new LayerNorm(1e-5, RELU))
                                .alias("LayerNormalization")
                                .omitting(Map.of("epsilon", 0.001, "activation", LINEAR)),
                        of("Activation", Purpose.ACTIVATION, new Activate(RELU)),
                        of("PReLU", Purpose.ACTIVATION, new PReLU()),
                        of("Dropout", Purpose.REGULARIZATION, new Dropout(0.3)),
                        of("GaussianNoise", Purpose.REGULARIZATION, new GaussianNoise(0.1)),
                        of("MinibatchStdDev", Purpose.REGULARIZATION, new MinibatchStdDev(4))
                                .omitting(Map.of("groupSize", 4)),
                        of("MaxPool", Purpose.POOLING, new MaxPool(2, 2, Padding.VALID))
                                .alias("MaxPooling2D")
                                .omitting(POOLING),
                        of("AveragePool", Purpose.POOLING, new AveragePool(2, 2, Padding.VALID))
                                .alias("AveragePooling2D")
                                .omitting(POOLING),
                        of("ZeroPadding2D", Purpose.CONVOLUTION, new ZeroPadding2D(1, 1, 1, 1)),
                        of("Cropping2D", Purpose.CONVOLUTION, new Cropping2D(1, 1, 1, 1)),
                        of("GlobalMaxPool", Purpose.POOLING, new GlobalMaxPool())
                                .alias("GlobalMaxPooling2D", "GlobalMaxPool2D"),
                        of("GlobalAveragePool", Purpose.POOLING, new GlobalAveragePool())
                                .alias("GlobalAveragePooling2D"));

        private Kinds() {}

        private static Kind<LayerSpec> of(String id, Purpose purpose, LayerSpec usual) {
            return Kind.of(LayerSpec.class, id, purpose, usual);
        }
    }

    static void requireWindow(String layer, int filters, int window, int stride) {
        var range = Range.atLeast(1);
        Require.within(range, filters, Quantity.FILTERS, layer);
        Require.within(range, window, Quantity.WINDOW, layer);
        Require.within(range, stride, Quantity.STRIDE, layer);
    }
}
