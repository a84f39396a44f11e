package org.ganatelier.exchange.onnx;

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

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Stacks that together have every layer in every setting that matters. */
public final class StackCases {
    private static final Activation LINEAR = new Activation.Linear();
    private static final Activation LEAKY = new Activation.LeakyReLU(0.2);
    private static final Shape.Image ODD = new Shape.Image(9, 7, 3);
    private static final Shape.Image UNEVEN = new Shape.Image(8, 11, 2);
    private static final Shape.Image SMALL = new Shape.Image(4, 5, 2);
    private static final int MOST_KERNEL = 7;
    private static final int MOST_STRIDE = 3;

    private StackCases() {}

    /** Layers on an image. */
    public record Case(Shape.Image input, List<LayerSpec> layers) {
        @Override
        public String toString() {
            return layers + " on " + input;
        }
    }

    public static Stream<Case> all() {
        return Stream.concat(windowed(), unwindowed());
    }

    /** Layers that move a window, with all of kernels, strides and paddings. */
    public static Stream<Case> windowed() {
        return sides().filter(each -> RandomNetwork.fits(each.input(), each.layers()));
    }

    /** All other layers. */
    public static Stream<Case> unwindowed() {
        return Stream.of(activations(), normalizations(), others()).flatMap(each -> each);
    }

    /** Stacks that ONNX has no way to express. */
    static Stream<Case> beyond() {
        return Stream.of(1, 2)
                .map(
                        kernel ->
                                of(
                                        SMALL,
                                        new Conv2DTranspose(
                                                        3, kernel, 3, Padding.SAME, true, LINEAR)
                                                .withOutputPadding(2)));
    }

    private static Case of(Shape.Image input, LayerSpec... layers) {
        return new Case(input, List.of(layers));
    }

    private static Stream<Case> sides() {
        return IntStream.rangeClosed(1, MOST_KERNEL)
                .boxed()
                .flatMap(
                        kernel ->
                                IntStream.rangeClosed(1, MOST_STRIDE)
                                        .boxed()
                                        .flatMap(
                                                stride ->
                                                        paddings(kernel)
                                                                .flatMap(
                                                                        padding ->
                                                                                windows(
                                                                                        kernel,
                                                                                        stride,
                                                                                        padding))));
    }

    private static Stream<Padding> paddings(int kernel) {
        return Stream.concat(
                Stream.of(Padding.SAME, Padding.VALID),
                IntStream.of(0, kernel / 2, kernel - 1).distinct().mapToObj(Padding.Explicit::new));
    }

    private static Stream<Case> windows(int kernel, int stride, Padding padding) {
        var transposed = new Conv2DTranspose(3, kernel, stride, padding, true, LINEAR);
        return Stream.concat(
                Stream.of(
                        of(ODD, new Conv2D(4, kernel, stride, padding, true, LINEAR)),
                        of(UNEVEN, new Conv2D(2, kernel, stride, padding, false, LEAKY)),
                        of(
                                UNEVEN,
                                new Conv2D(3, kernel, stride, padding, true, LINEAR)
                                        .withDilation(2)),
                        of(ODD, new DepthwiseConv2D(2, kernel, stride, padding, true, LINEAR)),
                        of(UNEVEN, new SeparableConv2D(4, 2, kernel, stride, padding, true, LEAKY)),
                        of(ODD, new MaxPool(kernel, stride, padding)),
                        of(UNEVEN, new MaxPool(kernel, stride, padding)),
                        of(ODD, new AveragePool(kernel, stride, padding)),
                        of(UNEVEN, new AveragePool(kernel, stride, padding))),
                // Where the kernel leaves gaps there is no room for more.
                IntStream.range(
                                0,
                                padding instanceof Padding.Explicit
                                        ? stride
                                        : Math.min(stride, kernel))
                        .mapToObj(more -> of(SMALL, transposed.withOutputPadding(more))));
    }

    private static Stream<Case> activations() {
        return Activation.kinds().stream()
                .filter(kind -> !kind.usual().equals(LINEAR))
                .flatMap(
                        kind ->
                                Stream.of(
                                        of(ODD, new Activate(kind.usual())),
                                        of(
                                                ODD,
                                                new Conv2D(
                                                        3, 3, 1, Padding.SAME, true, kind.usual())),
                                        of(SMALL, new Flatten(), new Dense(5, true, kind.usual())),
                                        of(SMALL, new BatchNorm(0.8, 1e-3, kind.usual())),
                                        of(SMALL, new LayerNorm(1e-3, kind.usual()))));
    }

    private static Stream<Case> normalizations() {
        return Stream.of(
                of(ODD, new BatchNorm(0.9, 1e-5, LINEAR)),
                of(ODD, new Flatten(), new BatchNorm(0.99, 1e-3, LEAKY)),
                of(ODD, new LayerNorm(1e-5, LINEAR)),
                of(ODD, new Flatten(), new LayerNorm(1e-5, LEAKY)),
                of(ODD, new PReLU()),
                of(ODD, new PReLU(), new Activate(LINEAR)),
                of(ODD, new Flatten(), new PReLU()),
                of(ODD, new Conv2D(4, 4, 2, Padding.SAME, true, LEAKY).withSpectralNorm(true)),
                of(
                        SMALL,
                        new Conv2DTranspose(3, 5, 2, Padding.SAME, false, LEAKY)
                                .withSpectralNorm(true)),
                of(SMALL, new Flatten(), new Dense(6, true, LEAKY).withSpectralNorm(true)));
    }

    private static Stream<Case> others() {
        var deep = new Shape.Image(3, 4, 12);
        return Stream.of(
                of(ODD, new UpSampling2D(1)),
                of(ODD, new UpSampling2D(2)),
                of(UNEVEN, new UpSampling2D(3)),
                of(deep, new PixelShuffle(2)),
                of(deep, new PixelShuffle(1)),
                of(ODD, new Dropout(0.3)),
                of(ODD, new GaussianNoise(0.1)),
                of(ODD, new GaussianNoise(0.1), new Flatten()),
                of(ODD, new MinibatchStdDev(2)),
                of(UNEVEN, new MinibatchStdDev(4)),
                of(UNEVEN, new Flatten(), new MinibatchStdDev(5)),
                of(ODD, new Flatten(), new Dense(4, false, LINEAR)),
                of(
                        ODD,
                        new Flatten(),
                        new Dense(30, true, LEAKY),
                        new Reshape(new Shape.Image(2, 5, 3)),
                        new Conv2D(2, 3, 1, Padding.SAME, true, LINEAR)),
                of(deep, new Reshape(new Shape.Image(4, 9, 4))),
                of(deep, new Reshape(new Shape.Flat(144))),
                of(ODD, new Cropping2D(1, 2, 0, 3)),
                of(ODD, new Cropping2D(2, 0, 1, 0)),
                of(UNEVEN, new ZeroPadding2D(1, 2, 3, 0)),
                of(ODD, new GlobalMaxPool()),
                of(UNEVEN, new GlobalAveragePool()),
                of(UNEVEN, new GlobalAveragePool(), new Dense(1, true, LINEAR)));
    }
}
