package org.ganatelier.exchange.keras;

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
import org.ganatelier.experiment.layer.Kind;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
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

/** Small stacks that together have every layer and setting. */
public final class LayerZoo {
    private static final Activation LINEAR = new Activation.Linear();
    private static final Activation LEAKY = new Activation.LeakyReLU(0.2);
    private static final Activation RELU = new Activation.ReLU();

    /** The shorter one of {@link #MIXED}. */
    private static final int SIDE = 8;

    /** An odd and an even side. */
    private static final Shape.Image MIXED = new Shape.Image(9, 8, 3);

    private static final Shape.Image SMALL = new Shape.Image(3, 4, 3);

    private LayerZoo() {}

    /** A stack for one kind of input. */
    public record Case(Shape input, NetworkSpec net) {
        static Case of(Shape input, LayerSpec... layers) {
            return new Case(input, NetworkSpec.of(layers));
        }

        @Override
        public String toString() {
            return net.layers() + " on " + input;
        }
    }

    private interface Window {
        Stream<Case> cases(int kernel, int stride, Padding padding);
    }

    private static Stream<Case> windows(int mostKernel, Window window) {
        return IntStream.rangeClosed(1, mostKernel)
                .boxed()
                .flatMap(
                        kernel ->
                                IntStream.rangeClosed(1, 3)
                                        .boxed()
                                        .flatMap(
                                                stride ->
                                                        paddings(kernel)
                                                                .flatMap(
                                                                        padding ->
                                                                                window.cases(
                                                                                        kernel,
                                                                                        stride,
                                                                                        padding))));
    }

    private static Stream<Padding> paddings(int kernel) {
        Stream<Padding> named = Stream.of(Padding.SAME, Padding.VALID);
        return kernel == 1
                ? named
                : Stream.concat(
                        named, Stream.of(1, kernel / 2).distinct().map(Padding.Explicit::new));
    }

    public static Stream<Case> convolutions() {
        return windows(
                7,
                (kernel, stride, padding) ->
                        Stream.of(
                                Case.of(
                                        MIXED,
                                        new Conv2D(
                                                4,
                                                kernel,
                                                stride,
                                                padding,
                                                stride != 2,
                                                stride == 1 ? LEAKY : LINEAR))));
    }

    public static Stream<Case> dilated() {
        return windows(
                        3,
                        (kernel, stride, padding) ->
                                Stream.of(
                                        Case.of(
                                                MIXED,
                                                new Conv2D(3, kernel, 1, padding, true, LINEAR)
                                                        .withDilation(stride + 1))))
                .filter(LayerZoo::fits);
    }

    /** Whether the window, with the pixels between its taps, lies inside the image. */
    private static boolean fits(Case example) {
        return example.net().layers().getFirst() instanceof Conv2D conv
                && conv.kernel() > 1
                && (conv.padding() instanceof Padding.Same || conv.reach() <= SIDE);
    }

    public static Stream<Case> transposed() {
        return windows(
                7,
                (kernel, stride, padding) ->
                        IntStream.range(0, stride)
                                .boxed()
                                .flatMap(more -> transposed(kernel, stride, padding, more)));
    }

    private static Stream<Case> transposed(int kernel, int stride, Padding padding, int more) {
        return Stream.of(new Conv2DTranspose(2, kernel, stride, padding, kernel % 3 != 0, RELU))
                .map(layer -> layer.withOutputPadding(more))
                .filter(layer -> 2 * stride + kernel + more > 2 * layer.cropped())
                .map(layer -> Case.of(SMALL, layer));
    }

    public static Stream<Case> depthwise() {
        return windows(
                5,
                (kernel, stride, padding) ->
                        Stream.of(
                                Case.of(
                                        MIXED,
                                        new DepthwiseConv2D(
                                                2, kernel, stride, padding, true, LEAKY)),
                                Case.of(
                                        MIXED,
                                        new SeparableConv2D(
                                                3, 2, kernel, stride, padding, true, RELU))));
    }

    public static Stream<Case> pools() {
        return windows(
                        4,
                        (pool, stride, padding) ->
                                Stream.of(
                                        Case.of(MIXED, new MaxPool(pool, stride, padding)),
                                        Case.of(MIXED, new AveragePool(pool, stride, padding))))
                .filter(
                        each ->
                                !each.toString().contains("Explicit")
                                        || each.toString().contains("pool=3, stride=1"));
    }

    public static Stream<Case> activations() {
        return Activation.kinds().stream()
                .map(Kind::usual)
                .flatMap(
                        activation ->
                                Stream.of(
                                        Case.of(SMALL, new PReLU(), new Activate(activation)),
                                        Case.of(
                                                SMALL,
                                                new Flatten(),
                                                new Dense(4, true, activation),
                                                new BatchNorm(0.9, 1e-3, activation)),
                                        Case.of(
                                                SMALL,
                                                new Conv2D(3, 3, 1, Padding.SAME, true, activation),
                                                new LayerNorm(1e-3, activation))));
    }

    public static Stream<Case> others() {
        return Stream.of(
                Case.of(SMALL, new UpSampling2D(3)),
                Case.of(SMALL, new ZeroPadding2D(1, 0, 2, 3)),
                Case.of(MIXED, new Cropping2D(1, 0, 2, 3)),
                Case.of(MIXED, new GlobalMaxPool()),
                Case.of(MIXED, new GlobalAveragePool(), new Dense(2, true, LINEAR)),
                Case.of(MIXED, new PReLU(), new Dropout(0.5), new GaussianNoise(0.5)),
                Case.of(
                        MIXED,
                        new Conv2D(2, 3, 2, Padding.SAME, true, LINEAR),
                        new Dropout(0.5),
                        new GaussianNoise(0.5),
                        new Flatten(),
                        new Dense(2, true, LINEAR)),
                Case.of(new Shape.Flat(5), new PReLU(), new LayerNorm(1e-3, LEAKY)),
                Case.of(new Shape.Image(2, 3, 12), new PixelShuffle(2)),
                Case.of(new Shape.Image(2, 3, 18), new PixelShuffle(3)),
                Case.of(
                        MIXED,
                        new BatchNorm(0.9, 1e-5, LEAKY),
                        new LayerNorm(1e-4, LINEAR),
                        new BatchNorm(0.9, 1e-5, LINEAR)));
    }

    /** Vectors that are images in another order. */
    public static Stream<Case> reshaped() {
        var target = new Reshape(new Shape.Image(2, 3, 4));
        var first = new Shape.Image(3, 4, 2);
        var flat = new Shape.Flat(24);
        List<LayerSpec> between =
                List.of(
                        new BatchNorm(0.9, 1e-3, LEAKY),
                        new LayerNorm(1e-3, LINEAR),
                        new PReLU(),
                        new Dropout(0.2));
        LayerSpec[] long1 =
                Stream.of(
                                Stream.of(new Dense(24, true, RELU)),
                                between.stream(),
                                Stream.of(target, new Conv2D(2, 3, 1, Padding.SAME, true, LINEAR)),
                                Stream.of(new Flatten()),
                                between.stream(),
                                Stream.of(new Dense(3, true, LINEAR)))
                        .flatMap(part -> part)
                        .toArray(LayerSpec[]::new);
        return Stream.of(
                Case.of(new Shape.Flat(7), long1),
                Case.of(flat, target),
                Case.of(flat, new BatchNorm(0.9, 1e-3, LEAKY), target, new PReLU()),
                Case.of(first, target),
                Case.of(first, new Flatten()),
                Case.of(first, new Flatten(), new PReLU()),
                Case.of(first, new Flatten(), new Reshape(first), new PReLU()),
                Case.of(first, new Flatten(), new LayerNorm(1e-3, LEAKY), target),
                Case.of(first, new Reshape(flat), new Dense(5, true, LINEAR)),
                Case.of(first, new Reshape(flat), new Reshape(flat), target),
                Case.of(
                        first,
                        new Flatten(),
                        new Dense(6, true, LINEAR),
                        new Dense(24, false, LEAKY),
                        new Reshape(flat),
                        target,
                        new PixelShuffle(2)),
                Case.of(new Shape.Flat(4), new Reshape(new Shape.Image(1, 1, 4)), new PReLU()),
                Case.of(new Shape.Image(4, 3, 1), new Flatten(), new PReLU()));
    }

    /** All of them. */
    public static Stream<Case> all() {
        return Stream.of(
                        convolutions(),
                        dilated(),
                        transposed(),
                        depthwise(),
                        pools(),
                        activations(),
                        others(),
                        reshaped())
                .flatMap(part -> part);
    }
}
