package org.ganatelier.exchange.source;

import org.ganatelier.exchange.source.Given.UnableException;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.GlobalMaxPool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;

import java.util.List;
import java.util.Optional;

/** Layers as PyTorch writes them, with their defaults there. */
final class TorchLayers {
    private static final double MOMENTUM = 0.1;
    private static final double EPSILON = 1e-5;
    private static final Activation LINEAR = new Activation.Linear();

    private TorchLayers() {}

    /** The layers that a call means; empty where it is not known. */
    static Optional<List<LayerSpec>> read(Given given) throws UnableException {
        return switch (given.call().name()) {
            case "Linear" ->
                    one(
                            new Dense(
                                    given.whole("out_features", 1),
                                    given.truth("bias", 2, true),
                                    given.call().spectral(),
                                    LINEAR));
            case "Conv2d" -> one(TorchConvolutions.conv(given));
            case "ConvTranspose2d" -> one(TorchConvolutions.transposed(given));
            case "BatchNorm1d", "BatchNorm2d" -> one(batchNorm(given));
            case "GroupNorm" -> one(groupNorm(given));
            case "LayerNorm" -> one(layerNorm(given));
            case "PReLU" -> one(prelu(given));
            case "Dropout", "Dropout2d" -> one(new Dropout(given.number(List.of("p"), 0, 0.5)));
            case "dropout" -> one(new Dropout(given.number(List.of("p"), 1, 0.5)));
            case "Flatten",
                    "Unflatten",
                    "flatten",
                    "unflatten",
                    "view",
                    "reshape",
                    "squeeze",
                    "unsqueeze" ->
                    TorchShapes.read(given);
            case "Upsample", "UpsamplingNearest2d", "interpolate" -> one(upsample(given));
            case "PixelShuffle" -> one(new PixelShuffle(given.whole("upscale_factor", 0)));
            case "AdaptiveAvgPool2d" -> one(global(given, new GlobalAveragePool()));
            case "AdaptiveMaxPool2d" -> one(global(given, new GlobalMaxPool()));
            case "MaxPool2d" -> one(maxPool(given, 0));
            case "max_pool2d" -> one(maxPool(given, 1));
            case "AvgPool2d" -> one(averagePool(given, 0));
            case "avg_pool2d" -> one(averagePool(given, 1));
            case "ZeroPad2d" -> padded(given);
            case "Identity" -> Optional.of(List.of());
            default -> Activations.of(given).map(activation -> List.of(new Activate(activation)));
        };
    }

    private static Optional<List<LayerSpec>> one(LayerSpec layer) {
        return Optional.of(List.of(layer));
    }

    private static BatchNorm batchNorm(Given given) throws UnableException {
        if (!given.truth("affine", 3, true)) {
            throw given.unable("affine", new Value.Truth(false));
        }
        // What PyTorch calls momentum is the share of the new batch; here it is that of the old.
        double momentum = 1 - given.number(List.of("momentum"), 2, MOMENTUM);
        return new BatchNorm(rounded(momentum), given.number(List.of("eps"), 1, EPSILON), LINEAR);
    }

    /** Without what subtraction leaves of a decimal fraction: 0.9, not 0.90000000000000002. */
    private static double rounded(double value) {
        return Math.rint(value * 1e12) / 1e12;
    }

    private static LayerNorm groupNorm(Given given) throws UnableException {
        int groups = given.whole("num_groups", 0);
        if (groups != 1) {
            throw given.unable("num_groups", Value.number(groups));
        }
        return new LayerNorm(given.number(List.of("eps"), 2, EPSILON), LINEAR);
    }

    /** Of a vector it is ours; of an image it has a gain for each pixel. */
    private static LayerNorm layerNorm(Given given) throws UnableException {
        Value shape = given.get("normalized_shape", 0).orElse(Value.Unknown.VALUE);
        if (shape.items().filter(items -> items.size() > 1).isPresent()) {
            throw given.unable("normalized_shape", shape);
        }
        return new LayerNorm(given.number(List.of("eps"), 1, EPSILON), LINEAR);
    }

    private static PReLU prelu(Given given) throws UnableException {
        Optional<Value> count = given.get("num_parameters", 0);
        if (count.isEmpty() || count.get().equals(Value.number(1))) {
            // One slope for all channels; ours has one for each.
            throw given.unable("num_parameters", Value.number(1));
        }
        return new PReLU();
    }

    private static UpSampling2D upsample(Given given) throws UnableException {
        Value mode = given.get("mode", 2).orElse(new Value.Text("nearest"));
        if (!mode.equals(new Value.Text("nearest"))) {
            throw given.unable("mode", mode);
        }
        Optional<Value> size = given.get("size", Given.NAMED);
        if (size.isPresent()) {
            throw given.unable("size", size.get());
        }
        int factor = given.side(List.of("scale_factor"), 1, 0);
        if (factor < 1) {
            throw given.unable("scale_factor", Value.Unknown.VALUE);
        }
        return new UpSampling2D(factor);
    }

    private static LayerSpec global(Given given, LayerSpec pool) throws UnableException {
        Value size = given.get("output_size", 0).orElse(Value.Unknown.VALUE);
        if (given.side(List.of("output_size"), 0, 0) != 1) {
            throw given.unable("output_size", size);
        }
        return pool;
    }

    private static MaxPool maxPool(Given given, int first) throws UnableException {
        given.only("dilation", first + 3, 1);
        requireFloor(given);
        int pool = given.side(List.of("kernel_size"), first, 0);
        int stride = given.side(List.of("stride"), first + 1, pool);
        int pixels = given.side(List.of("padding"), first + 2, 0);
        return new MaxPool(pool, stride, TorchConvolutions.explicit(pixels));
    }

    private static AveragePool averagePool(Given given, int first) throws UnableException {
        requireFloor(given);
        int pool = given.side(List.of("kernel_size"), first, 0);
        int stride = given.side(List.of("stride"), first + 1, pool);
        int pixels = given.side(List.of("padding"), first + 2, 0);
        boolean counts = given.truth("count_include_pad", Given.NAMED, true);
        if (pixels > 0 && counts) {
            throw given.unable("count_include_pad", new Value.Truth(true));
        }
        Padding padding = TorchConvolutions.explicit(pixels);
        return new AveragePool(pool, stride, padding);
    }

    private static void requireFloor(Given given) throws UnableException {
        if (given.truth("ceil_mode", Given.NAMED, false)) {
            throw given.unable("ceil_mode", new Value.Truth(true));
        }
    }

    /** Left, right, top, bottom; what is below 0 is cut off. */
    private static Optional<List<LayerSpec>> padded(Given given) throws UnableException {
        Value value = given.get("padding", 0).orElse(Value.Unknown.VALUE);
        List<Integer> all = Sizes.of(value.items().orElse(List.of(value, value, value, value)));
        if (all.size() != 4) {
            throw given.unable("padding", value);
        }
        int left = all.get(0);
        int right = all.get(1);
        int top = all.get(2);
        int bottom = all.get(3);
        if (Math.min(Math.min(left, right), Math.min(top, bottom)) >= 0) {
            return one(new ZeroPadding2D(top, bottom, left, right));
        }
        if (Math.max(Math.max(left, right), Math.max(top, bottom)) <= 0) {
            return one(new Cropping2D(-top, -bottom, -left, -right));
        }
        throw given.unable("padding", value);
    }

    /** How many values, or channels, the first layer of a stack takes, if it says so. */
    static Optional<Integer> inputs(LayerCall call) {
        String name =
                switch (call.name()) {
                    case "Linear" -> "in_features";
                    case "Conv2d", "ConvTranspose2d" -> "in_channels";
                    case "BatchNorm1d", "BatchNorm2d" -> "num_features";
                    default -> "";
                };
        return name.isEmpty()
                ? Optional.empty()
                : call.arguments()
                        .get(name, 0)
                        .flatMap(Value::number)
                        .filter(n -> n >= 1 && n == Math.rint(n) && n <= Integer.MAX_VALUE)
                        .map(Double::intValue);
    }

    /** The input of a stack that begins with a matrix. */
    static Optional<Shape> input(LayerCall call) {
        return call.name().equals("Linear") ? inputs(call).map(Shape.Flat::new) : Optional.empty();
    }
}
