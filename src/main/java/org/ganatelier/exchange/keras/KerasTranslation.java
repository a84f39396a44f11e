package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.model.PortableLayer;
import org.ganatelier.exchange.model.PortableNetwork;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.experiment.layer.MinibatchStdDev;
import org.ganatelier.plan.model.LabelUse;
import org.ganatelier.plan.model.LayerPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Writes a network in Keras's layers, first to last. Owned by one thread. */
final class KerasTranslation {
    /**
     * In front of the names of a model that has operations: those call themselves by the names that
     * layers would have.
     */
    private static final String PREFIX = "layer_";

    static final String LABEL = "label";

    private final KerasDialect dialect;
    private final String prefix;
    private final KerasNames names = new KerasNames();
    private final KerasNames operationNames = new KerasNames();
    private final List<KerasLayer> layers = new ArrayList<>();

    private KerasTranslation(KerasDialect dialect, boolean hasOperations) {
        this.dialect = dialect;
        prefix = hasOperations ? PREFIX : "";
    }

    static KerasModel of(PortableNetwork network, KerasDialect dialect) {
        boolean operations =
                network.layers().stream()
                        .anyMatch(layer -> layer.spec() instanceof MinibatchStdDev);
        var translation = new KerasTranslation(dialect, operations);
        translation.translate(network);
        String name = network.side() == Side.GENERATOR ? "generator" : "discriminator";
        return new KerasModel(dialect, name, translation.layers);
    }

    KerasDialect dialect() {
        return dialect;
    }

    private void translate(PortableNetwork network) {
        Shape shape = network.inputWithoutLabel();
        input(entryName(network.side(), shape), sizes(shape));
        switch (network.plan().labels()) {
            case LabelUse.None _ -> {}
            case LabelUse.Joined(int classes) -> join(shape, classes);
            case LabelUse.Projected(int classes) -> input(LABEL, List.of(classes));
        }
        String now = layers.getLast().name();
        if (network.plan().labels() instanceof LabelUse.Projected) {
            now = layers.getFirst().name();
        }
        List<LayerPlan> plans = network.layers().stream().map(PortableLayer::plan).toList();
        List<FlatOrders.Step> steps = FlatOrders.written(plans);
        for (int i = 0; i < plans.size(); i++) {
            PortableLayer layer = network.layers().get(i);
            String before = now;
            now = new LayerTranslation(this, layer, steps.get(i)).write(now);
            if (i == plans.size() - 1 && network.plan().labels() instanceof LabelUse.Projected) {
                project(layer, steps.get(i), before, now);
            }
        }
    }

    private static String entryName(Side side, Shape shape) {
        return switch (side) {
            case GENERATOR -> "z";
            case DISCRIMINATOR -> shape instanceof Shape.Image ? "image" : "point";
        };
    }

    /** The one-hot label behind a vector, or as planes behind the channels of an image. */
    private void join(Shape shape, int classes) {
        String entry = layers.getLast().name();
        input(LABEL, List.of(classes));
        String label = LABEL;
        Shape joined =
                switch (shape) {
                    case Shape.Flat(int units) -> new Shape.Flat(units + classes);
                    case Shape.Image(int height, int width, int channels) -> {
                        label = planes(height, width, classes);
                        yield new Shape.Image(height, width, channels + classes);
                    }
                };
        String name = name("Concatenate");
        add(
                "Concatenate",
                KerasConfig.of(name).put("axis", -1),
                List.of(entry, label),
                List.of(),
                sizes(joined));
    }

    private String planes(int height, int width, int classes) {
        String pixel =
                add(
                        "Reshape",
                        KerasConfig.of(name("Reshape")).put("target_shape", List.of(1, 1, classes)),
                        List.of(LABEL),
                        List.of(),
                        List.of(1, 1, classes));
        return add(
                "UpSampling2D",
                KerasConfig.of(name("UpSampling2D"))
                        .put("size", List.of(height, width))
                        .put("interpolation", "nearest")
                        .channelsLast(),
                List.of(pixel),
                List.of(),
                List.of(height, width, classes));
    }

    /** score + embedding(label) . phi. */
    private void project(PortableLayer layer, FlatOrders.Step step, String phi, String score) {
        int features = Math.toIntExact(layer.input().size());
        String embedding =
                add(
                        "Dense",
                        KerasConfig.of(prefix + Places.EMBEDDING)
                                .put("units", features)
                                .put("activation", "linear")
                                .put("use_bias", false)
                                .weights("kernel", "GlorotUniform", dialect)
                                .weights("bias", "Zeros", dialect),
                        List.of(LABEL),
                        arrays(layer, step, true),
                        List.of(features));
        String product =
                add(
                        "Dot",
                        KerasConfig.of(name("Dot")).put("axes", 1).put("normalize", false),
                        List.of(embedding, phi),
                        List.of(),
                        List.of(1));
        add("Add", KerasConfig.of(name("Add")), List.of(score, product), List.of(), List.of(1));
    }

    /** The weights of a layer in Keras's axes: its embedding, or all others. */
    static List<KerasArray> arrays(PortableLayer layer, FlatOrders.Step step, boolean embedding) {
        if (layer.arrays().isEmpty()) {
            return List.of();
        }
        return Places.of(layer.plan(), step).stream()
                .filter(each -> each.ours().equals(Places.EMBEDDING) == embedding)
                .map(
                        each ->
                                new KerasArray(
                                        each.keras(),
                                        each.shape(),
                                        each.theirs(layer.array(each.ours()))))
                .toList();
    }

    /** The next free name of a layer. */
    String name(String className) {
        return prefix + names.next(className);
    }

    private void input(String name, List<Integer> sizes) {
        KerasConfig config = KerasConfig.of(name);
        layers.add(
                new KerasLayer(
                        KerasLayer.INPUT,
                        name,
                        config.node(),
                        List.of(),
                        OptionalDouble.empty(),
                        List.of(),
                        batched(sizes)));
    }

    /**
     * Adds a layer.
     *
     * @param sizes of one sample that comes out
     * @return its name
     */
    String add(
            String className,
            KerasConfig config,
            List<String> inputs,
            List<KerasArray> weights,
            List<Integer> sizes) {
        String name = config.node().get("name").asString();
        layers.add(
                new KerasLayer(
                        className,
                        name,
                        config.node(),
                        inputs,
                        OptionalDouble.empty(),
                        weights,
                        batched(sizes)));
        return name;
    }

    /**
     * Adds an operation.
     *
     * @param shape of what comes out, -1 for the free batch
     * @return what the file calls it
     */
    String operation(
            String className,
            KerasConfig config,
            String input,
            OptionalDouble constant,
            List<Integer> shape) {
        String name = operationNames.next(className);
        layers.add(
                new KerasLayer(
                        className,
                        name,
                        config.node(),
                        List.of(input),
                        constant,
                        List.of(),
                        shape));
        return name;
    }

    static List<Integer> sizes(Shape shape) {
        return switch (shape) {
            case Shape.Flat(int units) -> List.of(units);
            case Shape.Image(int height, int width, int channels) ->
                    List.of(height, width, channels);
        };
    }

    private static List<Integer> batched(List<Integer> sizes) {
        var shape = new ArrayList<Integer>(sizes);
        shape.addFirst(-1);
        return shape;
    }
}
