package org.ganatelier.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ganatelier.plan.Examples.LINEAR;
import static org.ganatelier.plan.Examples.RELU;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
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
import org.ganatelier.experiment.layer.GlobalMaxPool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** Shapes and parameter counts as Keras's {@code model.summary()} gives them. */
class ShapesTest {
    private static Shape image(int height, int width, int channels) {
        return new Shape.Image(height, width, channels);
    }

    private static Shape flat(int units) {
        return new Shape.Flat(units);
    }

    /** Layer, input, output, parameters. */
    static Stream<Arguments> table() {
        return Stream.of(
                arguments(Examples.dense(5), flat(7), flat(5), 40),
                arguments(new Dense(5, false, LINEAR), flat(7), flat(5), 35),
                // Conv2D
                arguments(conv(4, 3, 1, Padding.SAME), image(28, 20, 3), image(28, 20, 4), 112),
                arguments(conv(4, 3, 2, Padding.SAME), image(7, 8, 3), image(4, 4, 4), 112),
                arguments(conv(4, 4, 2, Padding.SAME), image(28, 28, 1), image(14, 14, 4), 68),
                arguments(conv(4, 1, 5, Padding.SAME), image(7, 4, 2), image(2, 1, 4), 12),
                arguments(conv(4, 3, 1, Padding.VALID), image(28, 20, 3), image(26, 18, 4), 112),
                arguments(conv(4, 3, 2, Padding.VALID), image(8, 7, 3), image(3, 3, 4), 112),
                arguments(dilated(2, Padding.SAME), image(7, 8, 3), image(4, 4, 4), 112),
                arguments(dilated(1, Padding.VALID), image(7, 9, 3), image(1, 3, 4), 112),
                arguments(conv(4, 7, 1, Padding.VALID), image(7, 7, 2), image(1, 1, 4), 396),
                arguments(
                        new Conv2D(6, 5, 2, Padding.SAME, false, RELU),
                        image(28, 28, 2),
                        image(14, 14, 6),
                        300),
                // Conv2DTranspose
                // PyTorch's example: Conv2d(16, 33, 3, stride=2, padding=(4, 2)) with one number.
                arguments(conv(33, 3, 2, padded(2)), image(50, 100, 16), image(26, 51, 33), 4785),
                arguments(conv(4, 4, 2, padded(1)), image(28, 27, 1), image(14, 13, 4), 68),
                arguments(deconv(4, 4, 2, padded(1)), image(7, 8, 3), image(14, 16, 4), 196),
                arguments(deconv(4, 3, 2, padded(1)), image(7, 8, 3), image(13, 15, 4), 112),
                arguments(
                        new Conv2DTranspose(4, 3, 2, padded(1), true, RELU).withOutputPadding(1),
                        image(7, 8, 3),
                        image(14, 16, 4),
                        112),
                arguments(
                        new Conv2DTranspose(4, 3, 2, Padding.SAME, true, RELU).withOutputPadding(1),
                        image(7, 8, 3),
                        image(15, 17, 4),
                        112),
                arguments(
                        new Conv2DTranspose(4, 3, 2, Padding.VALID, true, RELU)
                                .withOutputPadding(1),
                        image(7, 8, 3),
                        image(16, 18, 4),
                        112),
                arguments(deconv(4, 4, 1, padded(0)), image(1, 1, 100), image(4, 4, 4), 6404),
                arguments(maxPool(3, 2, padded(1)), image(7, 8, 3), image(4, 4, 3), 0),
                arguments(averagePool(3, 2, padded(1)), image(7, 8, 3), image(4, 4, 3), 0),
                arguments(deconv(4, 5, 2, Padding.SAME), image(7, 8, 3), image(14, 16, 4), 304),
                arguments(deconv(4, 3, 1, Padding.SAME), image(7, 8, 3), image(7, 8, 4), 112),
                arguments(deconv(4, 2, 3, Padding.SAME), image(7, 7, 1), image(21, 21, 4), 20),
                arguments(deconv(4, 5, 2, Padding.VALID), image(7, 8, 3), image(17, 19, 4), 304),
                arguments(deconv(4, 2, 3, Padding.VALID), image(7, 7, 1), image(21, 21, 4), 20),
                arguments(deconv(4, 7, 1, Padding.VALID), image(1, 1, 9), image(7, 7, 4), 1768),
                arguments(
                        new Conv2DTranspose(6, 5, 2, Padding.SAME, false, RELU),
                        image(7, 7, 2),
                        image(14, 14, 6),
                        300),
                // Pooling
                arguments(
                        new DepthwiseConv2D(2, 3, 2, Padding.SAME, true, RELU),
                        image(7, 8, 3),
                        image(4, 4, 6),
                        6 * 9 + 6),
                arguments(
                        new DepthwiseConv2D(1, 3, 1, Padding.VALID, false, RELU),
                        image(7, 8, 3),
                        image(5, 6, 3),
                        3 * 9),
                arguments(
                        new SeparableConv2D(5, 2, 3, 2, Padding.SAME, true, RELU),
                        image(7, 8, 3),
                        image(4, 4, 5),
                        6 * 9 + 5 * 6 + 5),
                arguments(
                        new SeparableConv2D(5, 1, 3, 1, Padding.VALID, false, RELU),
                        image(7, 8, 3),
                        image(5, 6, 5),
                        3 * 9 + 5 * 3),
                arguments(maxPool(2, 2, Padding.VALID), image(7, 8, 3), image(3, 4, 3), 0),
                arguments(maxPool(2, 2, Padding.SAME), image(7, 8, 3), image(4, 4, 3), 0),
                arguments(maxPool(3, 1, Padding.VALID), image(7, 8, 3), image(5, 6, 3), 0),
                arguments(averagePool(3, 2, Padding.VALID), image(7, 8, 3), image(3, 3, 3), 0),
                arguments(averagePool(5, 3, Padding.SAME), image(7, 8, 3), image(3, 3, 3), 0),
                arguments(new ZeroPadding2D(1, 2, 0, 4), image(7, 8, 3), image(10, 12, 3), 0),
                arguments(new Cropping2D(1, 2, 0, 4), image(7, 8, 3), image(4, 4, 3), 0),
                arguments(new PReLU(), image(7, 8, 3), image(7, 8, 3), 3),
                arguments(new GlobalMaxPool(), image(7, 8, 3), flat(3), 0),
                arguments(new GlobalAveragePool(), image(7, 8, 3), flat(3), 0),
                arguments(new UpSampling2D(3), image(7, 8, 3), image(21, 24, 3), 0),
                arguments(new PixelShuffle(3), image(7, 8, 18), image(21, 24, 2), 0),
                arguments(new PixelShuffle(1), image(7, 8, 5), image(7, 8, 5), 0),
                // Spectral normalization: one value more for each output
                arguments(new Dense(5, true, LINEAR).withSpectralNorm(true), flat(7), flat(5), 45),
                arguments(
                        new Conv2D(6, 5, 2, Padding.SAME, false, RELU).withSpectralNorm(true),
                        image(28, 28, 2),
                        image(14, 14, 6),
                        306),
                arguments(
                        new Conv2DTranspose(6, 5, 2, Padding.SAME, false, RELU)
                                .withSpectralNorm(true),
                        image(7, 7, 2),
                        image(14, 14, 6),
                        306),
                // The minibatch's deviation: one channel or value more
                arguments(new MinibatchStdDev(4), image(7, 8, 3), image(7, 8, 4), 0),
                arguments(new MinibatchStdDev(4), flat(9), flat(10), 0),
                // Normalization
                arguments(Examples.batchNorm(RELU), image(7, 8, 3), image(7, 8, 3), 12),
                arguments(Examples.batchNorm(RELU), flat(9), flat(9), 36),
                arguments(new LayerNorm(1e-3, RELU), image(7, 8, 3), image(7, 8, 3), 6),
                arguments(new LayerNorm(1e-3, RELU), flat(9), flat(9), 18),
                // Shapes
                arguments(Examples.reshape(3, 4, 5), flat(60), image(3, 4, 5), 0),
                arguments(Examples.reshape(3, 4, 5), image(5, 4, 3), image(3, 4, 5), 0),
                arguments(new Reshape(flat(60)), image(5, 4, 3), flat(60), 0),
                arguments(Examples.FLATTEN, image(5, 4, 3), flat(60), 0),
                arguments(Examples.FLATTEN, flat(60), flat(60), 0),
                // What leaves the shape alone
                arguments(new Activate(RELU), image(5, 4, 3), image(5, 4, 3), 0),
                arguments(new Activate(RELU), flat(60), flat(60), 0),
                arguments(new Dropout(0.5), image(5, 4, 3), image(5, 4, 3), 0),
                arguments(new GaussianNoise(0.5), flat(60), flat(60), 0));
    }

    private static LayerSpec dilated(int stride, Padding padding) {
        return new Conv2D(4, 3, stride, padding, true, new Activation.Linear()).withDilation(3);
    }

    private static LayerSpec conv(int filters, int kernel, int stride, Padding padding) {
        return Examples.conv(filters, kernel, stride, padding);
    }

    private static LayerSpec deconv(int filters, int kernel, int stride, Padding padding) {
        return Examples.deconv(filters, kernel, stride, padding);
    }

    private static Padding padded(int pixels) {
        return new Padding.Explicit(pixels);
    }

    private static LayerSpec maxPool(int pool, int stride, Padding padding) {
        return new MaxPool(pool, stride, padding);
    }

    private static LayerSpec averagePool(int pool, int stride, Padding padding) {
        return new AveragePool(pool, stride, padding);
    }

    @Test
    void theTableCoversEveryLayer() {
        assertThat(table().<Class<?>>map(row -> row.get()[0].getClass()))
                .containsAll(List.of(LayerSpec.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("table")
    void shapesAndParametersAreKeras(LayerSpec layer, Shape in, Shape out, long parameters) {
        LayerPlan plan = plan(layer, in);

        assertThat(plan.input()).contains(in);
        assertThat(plan.output()).contains(out);
        assertThat(plan.parameterCount()).isEqualTo(parameters);
    }

    /** Judges a layer at the front of a network that has this input. */
    private static LayerPlan plan(LayerSpec layer, Shape in) {
        Experiment ready = Examples.ready();
        var alone = NetworkSpec.of(layer);
        Experiment experiment =
                switch (in) {
                    case Shape.Flat(int units) ->
                            Examples.experiment(alone, ready.discriminator()).withLatentSize(units);
                    case Shape.Image(int height, int width, int channels) ->
                            Examples.experiment(ready.generator(), alone)
                                    .withData(Examples.images(height, width, channels));
                };
        Plan plan = Planner.check(experiment).plan();
        NetworkPlan network = in instanceof Shape.Flat ? plan.generator() : plan.discriminator();
        return network.layers().getFirst();
    }

    @Test
    void aNetworkThatPlaysNoGameMayEndAsItLikes() {
        NetworkPlan plan =
                Planner.network(
                        image(28, 28, 1),
                        NetworkSpec.of(
                                conv(4, 3, 2, Padding.SAME), new Flatten(), Examples.dense(10)));
        assertThat(plan.output()).contains(flat(10));
        assertThat(plan.parameterCount()).isEqualTo(40 + 14 * 14 * 4 * 10 + 10);
    }

    @Test
    void aNetworkThatDoesNotFitNamesItsFirstFault() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Planner.network(
                                        image(28, 28, 1),
                                        NetworkSpec.of(
                                                new BatchNorm(0.9, 1e-5, LINEAR),
                                                Examples.dense(10))))
                .withMessageStartingWith("layer 2: NeedsVector[");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Planner.network(flat(3), NetworkSpec.of()))
                .withMessage("a network has 1 to 64 layers, not 0");
    }
}
