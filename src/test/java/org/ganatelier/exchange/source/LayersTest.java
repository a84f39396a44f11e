package org.ganatelier.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Conv2DTranspose;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

/** Each layer in each way of writing it. */
final class LayersTest {
    private static final Activation LINEAR = new Activation.Linear();
    private static final Padding SAME = Padding.SAME;
    private static final Padding VALID = Padding.VALID;

    private static Arguments to(String code, LayerSpec... layers) {
        return Arguments.of(code, List.of(layers));
    }

    static Stream<Arguments> keras() {
        return Stream.of(
                to("Dense(3)", new Dense(3, true, LINEAR)),
                to("layers.Dense(units=3, use_bias=False)", new Dense(3, false, LINEAR)),
                to("tf.keras.layers.Dense(3, 'relu')", new Dense(3, true, new Activation.ReLU())),
                to("Dense(3, activation=tf.nn.tanh)", new Dense(3, true, new Activation.Tanh())),
                to(
                        "Dense(3, activation=LeakyReLU(alpha=0.1))",
                        new Dense(3, true, new Activation.LeakyReLU(0.1))),
                to(
                        "Dense(3, activation='leaky_relu')",
                        new Dense(3, true, new Activation.LeakyReLU(0.2))),
                to("Dense(3, kernel_initializer='he_normal')", new Dense(3, true, LINEAR)),
                to("SpectralNormalization(Dense(3))", new Dense(3, true, true, LINEAR)),
                to("Conv2D(8, 3)", new Conv2D(8, 3, 1, VALID, true, LINEAR)),
                to("Conv2D(8, (3, 3), (2, 2), 'same')", new Conv2D(8, 3, 2, SAME, true, LINEAR)),
                to(
                        "keras.layers.Conv2D(filters=8, kernel_size=4, strides=2, padding='same',"
                                + " data_format='channels_last', groups=1)",
                        new Conv2D(8, 4, 2, SAME, true, LINEAR)),
                to(
                        "Conv2D(8, 3, dilation_rate=2)",
                        new Conv2D(8, 3, 1, VALID, true, LINEAR).withDilation(2)),
                to(
                        "Conv2DTranspose(8, 5, strides=2, padding='same', output_padding=None)",
                        new Conv2DTranspose(8, 5, 2, SAME, true, LINEAR)),
                to("DepthwiseConv2D(3)", new DepthwiseConv2D(1, 3, 1, VALID, true, LINEAR)),
                to("SeparableConv2D(8, 3)", new SeparableConv2D(8, 1, 3, 1, VALID, true, LINEAR)),
                to("BatchNormalization()", new BatchNorm(0.99, 1e-3, LINEAR)),
                to(
                        "BatchNormalization(momentum=0.8, epsilon=1e-5, axis=-1)",
                        new BatchNorm(0.8, 1e-5, LINEAR)),
                to("GroupNormalization(groups=1)", new LayerNorm(1e-3, LINEAR)),
                to("LeakyReLU()", new Activate(new Activation.LeakyReLU(0.3))),
                to("LeakyReLU(0.2)", new Activate(new Activation.LeakyReLU(0.2))),
                to("LeakyReLU(alpha=0.2)", new Activate(new Activation.LeakyReLU(0.2))),
                to("LeakyReLU(negative_slope=0.2)", new Activate(new Activation.LeakyReLU(0.2))),
                to("Activation('tanh')", new Activate(new Activation.Tanh())),
                to("ReLU()", new Activate(new Activation.ReLU())),
                to("Dropout(rate=0.4)", new Dropout(0.4)),
                to("GaussianNoise(0.2)", new GaussianNoise(0.2)),
                to("Reshape((7, 7, 8))", new Reshape(new Shape.Image(7, 7, 8))),
                to("Reshape(target_shape=[12])", new Reshape(new Shape.Flat(12))),
                to("Flatten()", new Flatten()),
                to("UpSampling2D()", new UpSampling2D(2)),
                to("UpSampling2D(size=(3, 3), interpolation='nearest')", new UpSampling2D(3)),
                to("MaxPooling2D((2, 2))", new MaxPool(2, 2, VALID)),
                to("MaxPool2D(3, strides=2, padding='same')", new MaxPool(3, 2, SAME)),
                to("AveragePooling2D()", new AveragePool(2, 2, VALID)),
                to("GlobalAveragePooling2D()", new GlobalAveragePool()),
                to("ZeroPadding2D(((0, 1), (0, 1)))", new ZeroPadding2D(0, 1, 0, 1)),
                to("Cropping2D(2)", new Cropping2D(2, 2, 2, 2)));
    }

    static Stream<Arguments> torch() {
        return Stream.of(
                to("nn.Linear(4, 3)", new Dense(3, true, LINEAR)),
                to("torch.nn.Linear(4, out_features=3, bias=False)", new Dense(3, false, LINEAR)),
                to("nn.Conv2d(4, 8, 3)", new Conv2D(8, 3, 1, VALID, true, LINEAR)),
                to("nn.Conv2d(4, 8, 3, padding=1)", new Conv2D(8, 3, 1, SAME, true, LINEAR)),
                to("nn.Conv2d(4, 8, 3, padding='same')", new Conv2D(8, 3, 1, SAME, true, LINEAR)),
                to(
                        "nn.Conv2d(4, 8, (4, 4), (2, 2), (1, 1), bias=False)",
                        new Conv2D(8, 4, 2, new Padding.Explicit(1), false, LINEAR)),
                to(
                        "nn.Conv2d(4, 8, 3, 1, 2, 2)",
                        new Conv2D(8, 3, 1, SAME, true, LINEAR).withDilation(2)),
                to(
                        "nn.Conv2d(4, 8, 3, groups=4)",
                        new DepthwiseConv2D(2, 3, 1, VALID, true, LINEAR)),
                to(
                        "nn.utils.spectral_norm(nn.Conv2d(4, 8, 3))",
                        new Conv2D(8, 3, 1, VALID, true, LINEAR).withSpectralNorm(true)),
                to(
                        "nn.ConvTranspose2d(4, 8, 4, 2, 1)",
                        new Conv2DTranspose(8, 4, 2, SAME, true, LINEAR)),
                to(
                        "nn.ConvTranspose2d(4, 8, 3, stride=2, padding=1, output_padding=1)",
                        new Conv2DTranspose(8, 3, 2, new Padding.Explicit(1), true, LINEAR)
                                .withOutputPadding(1)),
                to(
                        "nn.ConvTranspose2d(4, 8, 7, 1, 0)",
                        new Conv2DTranspose(8, 7, 1, VALID, true, LINEAR)),
                to("nn.BatchNorm2d(8)", new BatchNorm(0.9, 1e-5, LINEAR)),
                to("nn.BatchNorm1d(8, momentum=0.2)", new BatchNorm(0.8, 1e-5, LINEAR)),
                to("nn.BatchNorm2d(8, 1e-3, 0.3)", new BatchNorm(0.7, 1e-3, LINEAR)),
                to("nn.GroupNorm(1, 8)", new LayerNorm(1e-5, LINEAR)),
                to("nn.LayerNorm(8)", new LayerNorm(1e-5, LINEAR)),
                to("nn.LeakyReLU()", new Activate(new Activation.LeakyReLU(0.01))),
                to("nn.LeakyReLU(0.2, inplace=True)", new Activate(new Activation.LeakyReLU(0.2))),
                to("nn.ReLU(True)", new Activate(new Activation.ReLU())),
                to("nn.SiLU()", new Activate(new Activation.Swish())),
                to("nn.Sigmoid()", new Activate(new Activation.Sigmoid())),
                to("nn.Dropout()", new Dropout(0.5)),
                to("nn.Dropout2d(0.25)", new Dropout(0.25)),
                to("nn.Unflatten(1, (8, 7, 6))", new Reshape(new Shape.Image(7, 6, 8))),
                to("nn.Flatten(start_dim=1)", new Flatten()),
                to("nn.Upsample(scale_factor=2, mode='nearest')", new UpSampling2D(2)),
                to("nn.PixelShuffle(2)", new PixelShuffle(2)),
                to("nn.AdaptiveAvgPool2d((1, 1))", new GlobalAveragePool()),
                to("nn.MaxPool2d(2)", new MaxPool(2, 2, VALID)),
                to("nn.MaxPool2d(3, 2, 1)", new MaxPool(3, 2, new Padding.Explicit(1))),
                to("nn.AvgPool2d(2)", new AveragePool(2, 2, VALID)),
                to("nn.ZeroPad2d((0, 1, 2, 3))", new ZeroPadding2D(2, 3, 0, 1)),
                to("nn.ZeroPad2d((0, -1, 0, -1))", new Cropping2D(0, 1, 0, 1)),
                to("nn.Identity()"));
    }

    @ParameterizedTest
    @MethodSource("keras")
    void kerasLayers(String code, List<LayerSpec> layers) throws Exception {
        Imported listed = CodeReader.read("m = Sequential([Dense(9), " + code + "])");
        assertThat(listed.stacks().getFirst().layers().subList(1, 1 + layers.size()))
                .isEqualTo(layers);
        Imported added = CodeReader.read("m = Sequential()\nm.add(Dense(9))\nm.add(" + code + ")");
        assertThat(added.stacks()).isEqualTo(listed.stacks());
        Imported functional =
                CodeReader.read(
                        "i = Input((4,))\nx = Dense(9)(i)\nx = (" + code + ")(x)\nm = Model(i, x)");
        assertThat(functional.stacks().getFirst().layers())
                .isEqualTo(listed.stacks().getFirst().layers());
    }

    @ParameterizedTest
    @MethodSource("torch")
    void torchLayers(String code, List<LayerSpec> layers) throws Exception {
        Imported read = CodeReader.read("m = nn.Sequential(nn.Linear(4, 9), " + code + ")");
        assertThat(read.stacks().getFirst().layers().subList(1, 1 + layers.size()))
                .isEqualTo(layers);
        assertThat(read.stacks().getFirst().layers()).hasSize(1 + layers.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Conv2D(8, (3, 5))",
                "Conv2D(8, 3, data_format='channels_first')",
                "Conv2D(8, 3, groups=2)",
                "Conv2D(8, 3, padding='causal')",
                "Conv2DTranspose(8, 3, output_padding=1)",
                "BatchNormalization(axis=2)",
                "BatchNormalization(scale=False)",
                "Dense(3, activation='softmax')",
                "ReLU(max_value=6)",
                "UpSampling2D(interpolation='bilinear')",
                "Dense(n_units)",
                "nn.Conv2d(4, 8, 3, groups=2)",
                "nn.Conv2d(4, 8, 3, padding_mode='reflect')",
                "nn.ConvTranspose2d(4, 8, 3, dilation=2)",
                "nn.BatchNorm2d(8, affine=False)",
                "nn.GroupNorm(4, 8)",
                "nn.LayerNorm([8, 7, 7])",
                "nn.Upsample(scale_factor=2, mode='bilinear')",
                "nn.AvgPool2d(3, 2, 1)",
                "nn.PReLU()",
                "nn.GELU(approximate='tanh')"
            })
    void whatALayerCannotHaveIsNamed(String code) throws Exception {
        String first = code.startsWith("nn.") ? "nn.Linear(4, 9)" : "Dense(9)";
        Imported read = CodeReader.read("m = Sequential(" + first + ", " + code + ")");
        assertThat(read.stacks().getFirst().layers()).hasSize(1);
        assertThat(Tutorials.facts(read.remarks(), Fact.Unable.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sequential([Input(shape=(28, 28, 1)), Dense(1)])",
                "Sequential([InputLayer(input_shape=(28, 28, 1)), Dense(1)])",
                "Sequential([InputLayer(batch_shape=(None, 28, 28, 1)), Dense(1)])",
                "Sequential([Dense(1, input_shape=(28, 28, 1))])",
                "Sequential([Dense(1, batch_input_shape=(None, 28, 28, 1))])"
            })
    void anInputIsReadWhereverItStands(String code) throws Exception {
        assertThat(CodeReader.read("m = " + code).stacks().getFirst().input())
                .contains(new Shape.Image(28, 28, 1));
    }

    @Test
    void aSigmoidBeforeALossOfLogitsStandsThereTwice() throws Exception {
        Imported read =
                CodeReader.read(
                        """
                        netD = nn.Sequential(nn.Flatten(), nn.Linear(784, 1), nn.Sigmoid())
                        loss = nn.BCEWithLogitsLoss()
                        """);
        assertThat(Tutorials.facts(read.remarks()))
                .hasAtLeastOneElementOfType(Fact.SigmoidTwice.class);
    }
}
