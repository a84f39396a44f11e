package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.basics.InvalidValue;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.GaussianNoise;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.GlobalMaxPool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.experiment.layer.PReLU;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one layer of a file into one of this program. Owned by one thread. */
final class LayerReader {
    private static final Activation LINEAR = new Activation.Linear();

    /** Keras's own, where a file does not say them. */
    private static final double MOMENTUM = 0.99;

    private static final double EPSILON = 1e-3;

    /** An epsilon from here on was meant as a momentum. */
    private static final double MUCH = 0.1;

    private final GraphNode node;
    private final Optional<Shape> input;
    private final List<Fact> facts = new ArrayList<>();

    /**
     * @param input what comes in, where it is known
     */
    LayerReader(GraphNode node, Optional<Shape> input) {
        this.node = node;
        this.input = input;
    }

    /** What is to be said of the layer, but for what it became. */
    List<Fact> facts() {
        return facts;
    }

    /** Empty where there is no such layer here, which is told then. */
    Optional<LayerSpec> read() {
        String type = node.config().path("dtype").asString("float32");
        String policy = node.config().path("dtype").path("config").path("name").asString(type);
        if (!policy.equals("float32")) {
            return unable("dtype", policy);
        }
        if (node.text("data_format", "").equals("channels_first")) {
            return unable("data_format", "channels_first");
        }
        try {
            return translated();
        } catch (InvalidValue e) {
            facts.add(new Fact.Impossible(node.title(), e.reason()));
            return Optional.empty();
        }
    }

    /** Says that the layer cannot have an argument as it is. */
    Optional<LayerSpec> unable(String argument, String value) {
        facts.add(new Fact.Unable(node.title(), argument, value));
        return Optional.empty();
    }

    private Optional<LayerSpec> unable(String argument) {
        return unable(argument, node.config().path(argument).toString());
    }

    private Optional<LayerSpec> unknown() {
        facts.add(new Fact.Unknown(node.title()));
        return Optional.empty();
    }

    private Optional<LayerSpec> translated() {
        return switch (node.className()) {
            case "Dense" -> dense();
            case "Conv2D",
                    "Convolution2D",
                    "Conv2DTranspose",
                    "DepthwiseConv2D",
                    "SeparableConv2D",
                    "MaxPooling2D",
                    "MaxPool2D",
                    "AveragePooling2D",
                    "AvgPool2D" ->
                    new WindowReader(node, this).read();
            case "BatchNormalization" -> batchNorm();
            case "LayerNormalization", "GroupNormalization" -> layerNorm();
            case "Activation", "ReLU", "LeakyReLU", "ELU" ->
                    ActivationReader.ofLayer(node.className(), node.config())
                            .<LayerSpec>map(Activate::new)
                            .or(() -> unable("activation", described()));
            case "PReLU" -> slopes();
            case "Dropout" -> Optional.of(new Dropout(node.number("rate", 0.5)));
            case "GaussianNoise" -> Optional.of(new GaussianNoise(node.number("stddev", 0.1)));
            case "Flatten" -> Optional.of(new Flatten());
            case "Reshape" -> reshape();
            case "UpSampling2D" -> upsampling();
            case "ZeroPadding2D" ->
                    borders("padding")
                            .<LayerSpec>map(
                                    b -> new ZeroPadding2D(b.get(0), b.get(1), b.get(2), b.get(3)))
                            .or(() -> unable("padding"));
            case "Cropping2D" ->
                    borders("cropping")
                            .<LayerSpec>map(
                                    b -> new Cropping2D(b.get(0), b.get(1), b.get(2), b.get(3)))
                            .or(() -> unable("cropping"));
            case "GlobalMaxPooling2D", "GlobalMaxPool2D" -> global(new GlobalMaxPool());
            case "GlobalAveragePooling2D", "GlobalAvgPool2D" -> global(new GlobalAveragePool());
            case Trunk.DEVIATION ->
                    Optional.of(
                            new MinibatchStdDev(node.config().path("repeats").path(0).asInt(0)));
            default -> unknown();
        };
    }

    private String described() {
        String title = ActivationReader.title(node.config().path("activation"));
        return title.isEmpty() ? node.config().toString() : title;
    }

    /** The activation inside the layer; one that is not known is told, and none taken for it. */
    Activation activation() {
        Optional<Activation> activation = ActivationReader.read(node.config().path("activation"));
        if (activation.isEmpty()) {
            facts.add(
                    new Fact.Unable(
                            node.title(),
                            "activation",
                            ActivationReader.title(node.config().path("activation"))));
        }
        return activation.orElse(LINEAR);
    }

    private Optional<LayerSpec> dense() {
        return Optional.of(
                new Dense(
                        (int) node.number("units", 0), node.truth("use_bias", true), activation()));
    }

    private Optional<LayerSpec> batchNorm() {
        List<Integer> axes = axes();
        boolean image = input.filter(Shape.Image.class::isInstance).isPresent();
        if (axes.size() != 1 || (axes.getFirst() != -1 && axes.getFirst() != (image ? 3 : 1))) {
            return unable("axis");
        }
        double epsilon = node.number("epsilon", EPSILON);
        if (epsilon >= MUCH) {
            facts.add(new Fact.EpsilonByPlace(node.title(), epsilon));
        }
        if (!node.truth("trainable", true)) {
            facts.add(new Fact.Frozen(node.title()));
        }
        return Optional.of(new BatchNorm(node.number("momentum", MOMENTUM), epsilon, LINEAR));
    }

    private List<Integer> axes() {
        var axis = node.config().path("axis");
        return axis.isInt()
                ? List.of(axis.asInt())
                : axis.isArray() ? KerasShapes.numbers(axis) : List.of(-1);
    }

    /** Over the whole sample: all axes of an image, or one group of its channels. */
    private Optional<LayerSpec> layerNorm() {
        boolean image = input.filter(Shape.Image.class::isInstance).isPresent();
        if (node.className().equals("GroupNormalization")) {
            if (node.number("groups", 32) != 1) {
                return unable("groups");
            }
        } else {
            List<Integer> axes = axes();
            boolean whole =
                    image
                            ? axes.equals(List.of(1, 2, 3)) || axes.equals(List.of(-3, -2, -1))
                            : axes.equals(List.of(-1)) || axes.equals(List.of(1));
            if (!whole) {
                return unable("axis");
            }
        }
        return Optional.of(new LayerNorm(node.number("epsilon", EPSILON), LINEAR));
    }

    /** A slope for each channel, or for each value of a vector. */
    private Optional<LayerSpec> slopes() {
        List<Integer> shared = KerasShapes.numbers(node.config().path("shared_axes"));
        boolean image = input.filter(Shape.Image.class::isInstance).isPresent();
        return shared.equals(image ? List.of(1, 2) : List.of())
                ? Optional.of(new PReLU())
                : unable("shared_axes");
    }

    /** One of the sizes may be -1: whatever is left. */
    private Optional<LayerSpec> reshape() {
        var sizes = new ArrayList<>(KerasShapes.numbers(node.config().path("target_shape")));
        int open = sizes.indexOf(-1);
        if (open >= 0 && input.isPresent()) {
            long known = -sizes.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
            if (known > 0 && input.get().size() % known == 0) {
                sizes.set(open, (int) (input.get().size() / known));
            }
        }
        return KerasShapes.shape(sizes)
                .<LayerSpec>map(Reshape::new)
                .or(() -> unable("target_shape"));
    }

    private Optional<LayerSpec> upsampling() {
        if (!node.text("interpolation", "nearest").equals("nearest")) {
            return unable("interpolation");
        }
        return KerasShapes.square(node.config().path("size"), 2)
                .<LayerSpec>map(UpSampling2D::new)
                .or(() -> unable("size"));
    }

    private Optional<List<Integer>> borders(String key) {
        return KerasShapes.borders(node.config().path(key))
                .filter(all -> all.stream().allMatch(each -> each >= 0));
    }

    private Optional<LayerSpec> global(LayerSpec layer) {
        return node.truth("keepdims", false) ? unable("keepdims") : Optional.of(layer);
    }
}
