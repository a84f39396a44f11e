package org.ganatelier.exchange.source;

import org.ganatelier.exchange.source.Given.UnableException;
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
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Layers as Keras 2 and 3 write them, with their defaults there. */
final class KerasLayers {
    private static final double MOMENTUM = 0.99;
    private static final double EPSILON = 1e-3;
    private static final List<String> KERNEL = List.of("kernel_size", "kernel");
    private static final List<String> STRIDES = List.of("strides", "stride", "subsample");

    private KerasLayers() {}

    /** The layers that a call means; empty where it is not known. */
    static Optional<List<LayerSpec>> read(Given given) throws UnableException {
        return switch (given.call().name()) {
            case "Dense" -> one(dense(given));
            case "Conv2D", "Convolution2D" -> one(conv(given));
            case "Conv2DTranspose", "Convolution2DTranspose", "Deconvolution2D" ->
                    one(transposed(given));
            case "DepthwiseConv2D" -> one(depthwise(given));
            case "SeparableConv2D", "SeparableConvolution2D" -> one(separable(given));
            case "BatchNormalization" -> one(batchNorm(given));
            case "GroupNormalization" -> one(groupNorm(given));
            case "LayerNormalization" -> one(layerNorm(given));
            case "Activation" -> one(new Activate(Activations.argument(given, 0)));
            case "PReLU" -> one(new PReLU());
            case "Dropout", "SpatialDropout2D" ->
                    one(new Dropout(given.number(List.of("rate", "p"), 0, 0.5)));
            case "GaussianNoise" ->
                    one(new GaussianNoise(given.number(List.of("stddev", "sigma"), 0, 0.1)));
            case "Flatten", "flatten" -> one(new Flatten());
            case "Reshape" -> one(reshape(given, given.get("target_shape", 0), 0));
            case "reshape" -> one(reshape(given, given.get("shape", 1), 1));
            case "UpSampling2D" -> one(upSampling(given));
            case "MaxPooling2D", "MaxPool2D" -> {
                int pool = given.side(List.of("pool_size"), 0, 2);
                yield one(new MaxPool(pool, given.side(STRIDES, 1, pool), padding(given, 2)));
            }
            case "AveragePooling2D", "AvgPool2D" -> {
                int pool = given.side(List.of("pool_size"), 0, 2);
                yield one(new AveragePool(pool, given.side(STRIDES, 1, pool), padding(given, 2)));
            }
            case "GlobalAveragePooling2D", "GlobalAvgPool2D" -> one(new GlobalAveragePool());
            case "GlobalMaxPooling2D", "GlobalMaxPool2D" -> one(new GlobalMaxPool());
            case "ZeroPadding2D" -> {
                int[] rows = rows(given, "padding");
                yield one(new ZeroPadding2D(rows[0], rows[1], rows[2], rows[3]));
            }
            case "Cropping2D" -> {
                int[] rows = rows(given, "cropping");
                yield one(new Cropping2D(rows[0], rows[1], rows[2], rows[3]));
            }
            case "InputLayer", "Input" -> Optional.of(List.of());
            default -> Activations.of(given).map(activation -> List.of(new Activate(activation)));
        };
    }

    private static Optional<List<LayerSpec>> one(LayerSpec layer) {
        return Optional.of(List.of(layer));
    }

    private static Dense dense(Given given) throws UnableException {
        int units = units(given, List.of("units", "output_dim"));
        return new Dense(
                units,
                given.truth("use_bias", 2, true),
                given.call().spectral(),
                Activations.argument(given, 1));
    }

    private static int units(Given given, List<String> names) throws UnableException {
        Optional<Value> value = given.get(names, 0);
        if (value.isEmpty()) {
            throw given.unable(names.getFirst(), new Value.Nothing());
        }
        return given.side(names, 0, 0);
    }

    private static Conv2D conv(Given given) throws UnableException {
        requirePlain(given);
        given.only("groups", Given.NAMED, 1);
        return new Conv2D(
                units(given, List.of("filters", "nb_filter")),
                given.side(KERNEL, 1, 0),
                given.side(STRIDES, 2, 1),
                given.side(List.of("dilation_rate"), Given.NAMED, 1),
                padding(given, 3),
                given.truth("use_bias", Given.NAMED, true),
                given.call().spectral(),
                Activations.argument(given, Given.NAMED));
    }

    private static Conv2DTranspose transposed(Given given) throws UnableException {
        requirePlain(given);
        given.only("dilation_rate", Given.NAMED, 1);
        Optional<Value> outputPadding = given.get("output_padding", Given.NAMED);
        if (outputPadding.isPresent()) {
            throw given.unable("output_padding", outputPadding.get());
        }
        return new Conv2DTranspose(
                units(given, List.of("filters", "nb_filter")),
                given.side(KERNEL, 1, 0),
                given.side(STRIDES, 2, 1),
                padding(given, 3),
                0,
                given.truth("use_bias", Given.NAMED, true),
                given.call().spectral(),
                Activations.argument(given, Given.NAMED));
    }

    private static DepthwiseConv2D depthwise(Given given) throws UnableException {
        requirePlain(given);
        given.only("dilation_rate", Given.NAMED, 1);
        return new DepthwiseConv2D(
                given.whole("depth_multiplier", 3, 1),
                given.side(KERNEL, 0, 0),
                given.side(STRIDES, 1, 1),
                padding(given, 2),
                given.truth("use_bias", Given.NAMED, true),
                Activations.argument(given, Given.NAMED));
    }

    private static SeparableConv2D separable(Given given) throws UnableException {
        requirePlain(given);
        given.only("dilation_rate", Given.NAMED, 1);
        return new SeparableConv2D(
                units(given, List.of("filters", "nb_filter")),
                given.whole("depth_multiplier", Given.NAMED, 1),
                given.side(KERNEL, 1, 0),
                given.side(STRIDES, 2, 1),
                padding(given, 3),
                given.truth("use_bias", Given.NAMED, true),
                Activations.argument(given, Given.NAMED));
    }

    /** Channels come last. */
    private static void requirePlain(Given given) throws UnableException {
        Value format = given.get("data_format", Given.NAMED).orElse(Value.Unknown.VALUE);
        if (format.equals(new Value.Text("channels_first"))) {
            throw given.unable("data_format", format);
        }
    }

    private static BatchNorm batchNorm(Given given) throws UnableException {
        Value axis = given.get("axis", 0).orElse(Value.number(-1));
        if (!axis.number().filter(n -> n == -1 || n == 3 || n == 1).isPresent()) {
            throw given.unable("axis", axis);
        }
        for (String name : new String[] {"center", "scale"}) {
            if (!given.truth(name, Given.NAMED, true)) {
                throw given.unable(name, new Value.Truth(false));
            }
        }
        return new BatchNorm(
                given.number(List.of("momentum"), 1, MOMENTUM),
                given.number(List.of("epsilon"), 2, EPSILON),
                new Activation.Linear());
    }

    /** In one group it is what this program calls layer normalization. */
    private static LayerNorm groupNorm(Given given) throws UnableException {
        int groups = given.whole("groups", 0, 32);
        if (groups != 1) {
            throw given.unable("groups", Value.number(groups));
        }
        return new LayerNorm(
                given.number(List.of("epsilon"), Given.NAMED, EPSILON), new Activation.Linear());
    }

    /** Only over the whole sample; over the last axis alone it is another function of an image. */
    private static LayerNorm layerNorm(Given given) throws UnableException {
        Value axis = given.get("axis", 0).orElse(Value.number(-1));
        if (!Sizes.of(axis.items().orElse(List.of())).equals(List.of(1, 2, 3))) {
            throw given.unable("axis", axis);
        }
        return new LayerNorm(given.number(List.of("epsilon"), 1, EPSILON), new Activation.Linear());
    }

    private static UpSampling2D upSampling(Given given) throws UnableException {
        Value way = given.get("interpolation", Given.NAMED).orElse(new Value.Text("nearest"));
        if (!way.equals(new Value.Text("nearest"))) {
            throw given.unable("interpolation", way);
        }
        return new UpSampling2D(given.side(List.of("size"), 0, 2));
    }

    private static Padding padding(Given given, int place) throws UnableException {
        Optional<Value> value = given.get(List.of("padding", "border_mode"), place);
        if (value.isEmpty()) {
            return Padding.VALID;
        }
        if (value.get() instanceof Value.Text(String word)) {
            switch (word.toLowerCase(Locale.ROOT)) {
                case "same" -> {
                    return Padding.SAME;
                }
                case "valid" -> {
                    return Padding.VALID;
                }
                default -> {}
            }
        }
        throw given.unable("padding", value.get());
    }

    /**
     * A shape without the batch, channels last.
     *
     * @param skipped dimensions before the sample's
     */
    private static LayerSpec reshape(Given given, Optional<Value> value, int skipped)
            throws UnableException {
        Value shape = value.orElse(Value.Unknown.VALUE);
        List<Integer> sizes = Sizes.of(shape.items().orElse(List.of(shape)));
        List<Integer> sample = sizes.subList(Math.min(skipped, sizes.size()), sizes.size());
        if (sample.equals(List.of(-1))) {
            return new Flatten();
        }
        return new Reshape(
                Sizes.shape(sample).orElseThrow(() -> given.unable("target_shape", shape)));
    }

    private static int[] rows(Given given, String name) throws UnableException {
        Value value = given.get(name, 0).orElse(Value.number(1));
        List<Value> both = value.items().orElse(List.of(value, value));
        if (both.size() != 2) {
            throw given.unable(name, value);
        }
        var rows = new int[4];
        for (int i = 0; i < 2; i++) {
            Value each = both.get(i);
            List<Integer> two = Sizes.of(each.items().orElse(List.of(each, each)));
            if (two.size() != 2 || two.get(0) < 0 || two.get(1) < 0) {
                throw given.unable(name, value);
            }
            rows[2 * i] = two.get(0);
            rows[2 * i + 1] = two.get(1);
        }
        return rows;
    }

    /** The shape of the input that an argument of the first layer says, batch left out. */
    static Optional<Shape> input(LayerCall call) {
        Given given = new Given(call);
        Optional<Value> whole = given.get(List.of("batch_input_shape", "batch_shape"), Given.NAMED);
        if (whole.isPresent()) {
            List<Integer> sizes = Sizes.of(whole.get().items().orElse(List.of()));
            return sizes.isEmpty() ? Optional.empty() : Sizes.shape(sizes.subList(1, sizes.size()));
        }
        boolean isInput = call.name().equals("Input") || call.name().equals("InputLayer");
        Optional<Value> shape =
                given.get(List.of("input_shape", "shape"), isInput ? 0 : Given.NAMED)
                        .or(() -> given.get("input_dim", Given.NAMED));
        return shape.flatMap(s -> Sizes.shape(Sizes.of(s.items().orElse(List.of(s)))));
    }
}
