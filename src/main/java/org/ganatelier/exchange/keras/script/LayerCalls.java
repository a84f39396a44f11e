package org.ganatelier.exchange.keras.script;

import static org.ganatelier.exchange.code.Python.number;

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
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;
import org.ganatelier.plan.model.LayerPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A layer as calls of Keras's: what it computes, exactly. */
final class LayerCalls {
    /** What Keras takes where a normalization names no epsilon. */
    private static final double USUAL_EPSILON = 1e-3;

    private static final double USUAL_MOMENTUM = 0.99;

    private final Words words;
    private final Shape in;
    private final Shape out;
    private final boolean moves;

    /**
     * How a script says things.
     *
     * @param initial empty where the weights are read from a file anyway
     * @param normalized whether spectral normalization is done, rather than in the weights already
     */
    record Words(Dialect dialect, Optional<Initial> initial, boolean normalized) {
        String weights(String name) {
            return initial.map(way -> way.argument(name)).orElse("");
        }
    }

    private LayerCalls(Words words, Shape in, Shape out, boolean moves) {
        this.words = words;
        this.in = in;
        this.out = out;
        this.moves = moves;
    }

    /**
     * The calls that make the layers, without commas behind.
     *
     * @param moves see {@link Moves#at}
     * @return at least one; empty where the layer does not fit what comes in
     */
    static List<String> of(LayerPlan plan, Words words, boolean moves) {
        if (plan.input().isEmpty() || plan.output().isEmpty()) {
            return List.of();
        }
        Shape in = plan.input().get();
        Shape out = plan.output().get();
        return fits(plan.layer(), in, out)
                ? new LayerCalls(words, in, out, moves).calls(plan.layer())
                : List.of();
    }

    private static boolean fits(LayerSpec layer, Shape in, Shape out) {
        boolean images = in instanceof Shape.Image && out instanceof Shape.Image;
        return switch (layer) {
            case Dense _ -> in instanceof Shape.Flat;
            case Activate _, BatchNorm _, LayerNorm _, PReLU _, Dropout _ -> true;
            case GaussianNoise _, MinibatchStdDev _, Flatten _ -> true;
            case Reshape _ -> in.size() == out.size();
            case Conv2D _, Conv2DTranspose _, DepthwiseConv2D _, SeparableConv2D _ -> images;
            case UpSampling2D _, PixelShuffle _, ZeroPadding2D _, Cropping2D _ -> images;
            case MaxPool _, AveragePool _ -> images;
            case GlobalMaxPool _, GlobalAveragePool _ -> in instanceof Shape.Image;
        };
    }

    private List<String> calls(LayerSpec layer) {
        return switch (layer) {
            case Dense dense ->
                    followed(
                            dense.activation(),
                            end ->
                                    List.of(
                                            normalized(
                                                    dense.spectralNorm(),
                                                    "layers.Dense(%d%s%s%s)"
                                                            .formatted(
                                                                    dense.units(),
                                                                    bias(dense.bias()),
                                                                    kernel(),
                                                                    end))));
            case Conv2D conv -> followed(conv.activation(), end -> convolution(conv, end));
            case Conv2DTranspose conv -> followed(conv.activation(), end -> transposed(conv, end));
            case DepthwiseConv2D conv -> followed(conv.activation(), end -> depthwise(conv, end));
            case SeparableConv2D conv -> followed(conv.activation(), end -> separable(conv, end));
            case BatchNorm norm -> normalization(batchNorm(norm), norm.activation());
            case LayerNorm norm -> normalization(layerNorm(norm), norm.activation());
            case Activate(Activation activation) -> List.of(activation(activation));
            case PReLU _ -> List.of(slopes());
            case UpSampling2D(int size) -> List.of("layers.UpSampling2D(%d)".formatted(size));
            case PixelShuffle(int factor) -> shuffle(factor);
            case Dropout(double rate) -> List.of("layers.Dropout(%s)".formatted(number(rate)));
            case GaussianNoise(double deviation) ->
                    List.of("layers.GaussianNoise(%s)".formatted(number(deviation)));
            case MinibatchStdDev(int group) -> List.of("MinibatchStdDev(%d)".formatted(group));
            case Reshape _, Flatten _ -> reshape();
            case MaxPool(int pool, int stride, var padding) ->
                    List.of(pool("Max", new WindowCalls(pool, stride, padding)));
            case AveragePool(int pool, int stride, var padding) ->
                    List.of(pool("Average", new WindowCalls(pool, stride, padding)));
            case ZeroPadding2D(int top, int bottom, int left, int right) ->
                    List.of(border("ZeroPadding2D", top, bottom, left, right));
            case Cropping2D(int top, int bottom, int left, int right) ->
                    List.of(border("Cropping2D", top, bottom, left, right));
            case GlobalMaxPool _ -> List.of("layers.GlobalMaxPooling2D()");
            case GlobalAveragePool _ -> List.of("layers.GlobalAveragePooling2D()");
        };
    }

    private List<String> convolution(Conv2D conv, String end) {
        return new WindowCalls(conv.reach(), conv.stride(), conv.padding())
                .convolution(
                        in.asImage(),
                        out.asImage(),
                        padding ->
                                normalized(
                                        conv.spectralNorm(),
                                        "layers.Conv2D(%d, %d%s%s%s%s%s%s)"
                                                .formatted(
                                                        conv.filters(),
                                                        conv.kernel(),
                                                        strides(conv.stride()),
                                                        padding,
                                                        unless(1, "dilation_rate", conv.dilation()),
                                                        bias(conv.bias()),
                                                        kernel(),
                                                        end)));
    }

    private List<String> transposed(Conv2DTranspose conv, String end) {
        return WindowCalls.transposed(
                conv,
                in.asImage(),
                out.asImage(),
                padding ->
                        normalized(
                                conv.spectralNorm(),
                                "layers.Conv2DTranspose(%d, %d%s%s%s%s%s)"
                                        .formatted(
                                                conv.filters(),
                                                conv.kernel(),
                                                strides(conv.stride()),
                                                padding,
                                                bias(conv.bias()),
                                                kernel(),
                                                end)));
    }

    private List<String> depthwise(DepthwiseConv2D conv, String end) {
        return new WindowCalls(conv.kernel(), conv.stride(), conv.padding())
                .convolution(
                        in.asImage(),
                        out.asImage(),
                        padding ->
                                "layers.DepthwiseConv2D(%d%s%s%s%s%s%s)"
                                        .formatted(
                                                conv.kernel(),
                                                strides(conv.stride()),
                                                padding,
                                                unless(
                                                        1,
                                                        "depth_multiplier",
                                                        conv.depthMultiplier()),
                                                bias(conv.bias()),
                                                ofChannels(conv.kernel(), conv.depthMultiplier()),
                                                end));
    }

    private List<String> separable(SeparableConv2D conv, String end) {
        return new WindowCalls(conv.kernel(), conv.stride(), conv.padding())
                .convolution(
                        in.asImage(),
                        out.asImage(),
                        padding ->
                                "layers.SeparableConv2D(%d, %d%s%s%s%s%s%s%s)"
                                        .formatted(
                                                conv.filters(),
                                                conv.kernel(),
                                                strides(conv.stride()),
                                                padding,
                                                unless(
                                                        1,
                                                        "depth_multiplier",
                                                        conv.depthMultiplier()),
                                                bias(conv.bias()),
                                                ofChannels(conv.kernel(), conv.depthMultiplier()),
                                                words.weights("pointwise_initializer"),
                                                end));
    }

    /** Each filter sees one channel; Keras would count all of them. */
    private String ofChannels(int kernel, int multiplier) {
        double area = (double) kernel * kernel;
        return words.initial()
                .map(way -> way.argument("depthwise_initializer", area, area * multiplier))
                .orElse("");
    }

    private String batchNorm(BatchNorm norm) {
        String arguments =
                unless(USUAL_MOMENTUM, "momentum", norm.momentum())
                        + unless(USUAL_EPSILON, "epsilon", norm.epsilon())
                        + words.initial().map(Initial::gains).orElse("");
        return "layers.BatchNormalization(%s)".formatted(withoutComma(arguments));
    }

    /** Of an image one group: all values of a sample, with a gain for each channel. */
    private String layerNorm(LayerNorm norm) {
        String epsilon = unless(USUAL_EPSILON, "epsilon", norm.epsilon());
        return in instanceof Shape.Image
                ? "layers.GroupNormalization(groups=1%s)".formatted(epsilon)
                : "layers.LayerNormalization(%s)".formatted(withoutComma(epsilon));
    }

    private List<String> normalization(String call, Activation activation) {
        return activation instanceof Activation.Linear
                ? List.of(call)
                : List.of(call, activation(activation));
    }

    /** One slope for each channel, at first 0.25. */
    private String slopes() {
        String shared = in instanceof Shape.Image ? "shared_axes=[1, 2]" : "";
        String initial =
                words.initial().isPresent()
                        ? ", alpha_initializer=keras.initializers.Constant(0.25)"
                        : "";
        return "layers.PReLU(%s)"
                .formatted(shared.isEmpty() ? withoutComma(initial) : shared + initial);
    }

    /** Channel c * r² + i * r + j becomes pixel (i, j) of a square of channel c. */
    private List<String> shuffle(int factor) {
        Shape.Image image = in.asImage();
        Shape.Image large = out.asImage();
        return List.of(
                "layers.Reshape((%d, %d, %d, %d, %d))"
                        .formatted(image.height(), image.width(), large.channels(), factor, factor),
                "layers.Permute((1, 4, 2, 5, 3))",
                "layers.Reshape(%s)".formatted(tuple(large)));
    }

    /** The program's vectors run channel by channel, as its images do. */
    private List<String> reshape() {
        var calls = new ArrayList<String>();
        if (in instanceof Shape.Image && moves) {
            calls.add("layers.Permute((3, 1, 2))");
        }
        switch (out) {
            case Shape.Flat flat ->
                    calls.add(
                            in instanceof Shape.Image
                                    ? "layers.Flatten()"
                                    : "layers.Reshape((%d,))".formatted(flat.units()));
            case Shape.Image image when moves -> {
                calls.add(
                        "layers.Reshape((%d, %d, %d))"
                                .formatted(image.channels(), image.height(), image.width()));
                calls.add("layers.Permute((2, 3, 1))");
            }
            case Shape.Image image -> calls.add("layers.Reshape(%s)".formatted(tuple(image)));
        }
        return calls;
    }

    private String pool(String kind, WindowCalls window) {
        String stride = window.stride() == window.reach() ? "" : strides(window.stride());
        return "layers.%sPooling2D(%d%s%s)"
                .formatted(
                        kind,
                        window.reach(),
                        window.stride() == 1 && window.reach() != 1 ? ", strides=1" : stride,
                        window.argument(in.asImage(), out.asImage()));
    }

    private static String border(String layer, int top, int bottom, int left, int right) {
        return "layers.%s(%s)".formatted(layer, WindowCalls.border(top, bottom, left, right));
    }

    private static String tuple(Shape.Image image) {
        return "(%d, %d, %d)".formatted(image.height(), image.width(), image.channels());
    }

    private String normalized(boolean spectral, String call) {
        return spectral && words.normalized() ? "normalized(%s)".formatted(call) : call;
    }

    private String kernel() {
        return words.weights("kernel_initializer");
    }

    private static String strides(int stride) {
        return unless(1, "strides", stride);
    }

    private static String bias(boolean has) {
        return has ? "" : ", use_bias=False";
    }

    private static String unless(int usual, String argument, int value) {
        return value == usual ? "" : ", " + argument + "=" + value;
    }

    private static String unless(double usual, String argument, double value) {
        return value == usual ? "" : ", " + argument + "=" + number(value);
    }

    private static String withoutComma(String arguments) {
        return arguments.startsWith(", ") ? arguments.substring(2) : arguments;
    }

    private interface Linear {
        /**
         * @param end the argument for an activation inside, if there is one
         */
        List<String> calls(String end);
    }

    private List<String> followed(Activation activation, Linear linear) {
        Optional<String> inside = name(activation);
        if (activation instanceof Activation.Linear || inside.isPresent()) {
            return linear.calls(inside.map(", activation=\"%s\""::formatted).orElse(""));
        }
        var calls = new ArrayList<>(linear.calls(""));
        calls.add(activation(activation));
        return calls;
    }

    private String activation(Activation activation) {
        return switch (activation) {
            case Activation.LeakyReLU(double slope) -> words.dialect().leakyReLU(number(slope));
            case Activation.ReLU _ -> "layers.ReLU()";
            case Activation other ->
                    "layers.Activation(\"%s\")".formatted(name(other).orElse("linear"));
        };
    }

    /** What Keras calls it where it needs no number. */
    private Optional<String> name(Activation activation) {
        return switch (activation) {
            case Activation.Linear _, Activation.LeakyReLU _ -> Optional.empty();
            case Activation.ReLU _ -> Optional.of("relu");
            case Activation.ELU _ -> Optional.of("elu");
            case Activation.SELU _ -> Optional.of("selu");
            case Activation.GELU _ -> Optional.of("gelu");
            case Activation.Tanh _ -> Optional.of("tanh");
            case Activation.Sigmoid _ -> Optional.of("sigmoid");
            case Activation.Softplus _ -> Optional.of("softplus");
            case Activation.Swish _ -> Optional.of(words.dialect().swish());
        };
    }
}
