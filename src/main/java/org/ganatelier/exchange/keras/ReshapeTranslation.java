package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.model.PortableLayer;
import org.ganatelier.experiment.basics.Shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/** Writes layers that give values another shape or order. */
final class ReshapeTranslation {
    /** Added to the variance, as in the engine's layer. */
    private static final double DEVIATION_EPSILON = 1e-8;

    private final KerasTranslation model;
    private final PortableLayer layer;
    private final FlatOrders.Step step;

    ReshapeTranslation(KerasTranslation model, PortableLayer layer, FlatOrders.Step step) {
        this.model = model;
        this.layer = layer;
        this.step = step;
    }

    String flatten(String from) {
        return model.add(
                "Flatten",
                KerasConfig.of(model.name("Flatten")).channelsLast(),
                List.of(ours(from)),
                List.of(),
                KerasTranslation.sizes(layer.output()));
    }

    /** The image that comes in with its values in our order, if they must be moved. */
    private String ours(String from) {
        if (step.moved() && layer.input() instanceof Shape.Image(int h, int w, int c)) {
            return permute(List.of(3, 1, 2), List.of(c, h, w), from);
        }
        return from;
    }

    String reshape(String from) {
        String before = ours(from);
        if (step.moved() && layer.output() instanceof Shape.Image(int h, int w, int c)) {
            return permute(List.of(2, 3, 1), List.of(h, w, c), reshape(List.of(c, h, w), before));
        }
        return reshape(KerasTranslation.sizes(layer.output()), before);
    }

    private String reshape(List<Integer> sizes, String from) {
        return model.add(
                "Reshape",
                KerasConfig.of(model.name("Reshape")).put("target_shape", sizes),
                List.of(from),
                List.of(),
                sizes);
    }

    /**
     * @param dims for each axis that comes out the one that comes in, from 1
     * @param sizes that come out
     */
    private String permute(List<Integer> dims, List<Integer> sizes, String from) {
        return model.add(
                "Permute",
                KerasConfig.of(model.name("Permute")).put("dims", dims),
                List.of(from),
                List.of(),
                sizes);
    }

    /** Channels become pixels in PyTorch's order: Keras's own function has another one. */
    String shuffle(int factor, String from) {
        Shape.Image in = layer.input().asImage();
        Shape.Image out = layer.output().asImage();
        int h = in.height();
        int w = in.width();
        int c = out.channels();
        String parted = reshape(List.of(h, w, c, factor, factor), from);
        String moved = permute(List.of(1, 4, 2, 5, 3), List.of(h, factor, w, factor, c), parted);
        return reshape(KerasTranslation.sizes(out), moved);
    }

    /** The mean deviation of a group as a channel more; the batch must be groups of this size. */
    String deviation(int size, String from) {
        List<Integer> one = KerasTranslation.sizes(layer.input());
        int rank = one.size();
        List<Integer> grouped = joined(List.of(size, -1), one);
        List<Integer> each = joined(List.of(-1), one);
        String now = operation("Reshape", config().put("newshape", grouped), from, grouped);
        now = operation("Var", config().put("axis", 0).put("keepdims", false), now, each);
        now = model.operation("Add", config(), now, OptionalDouble.of(DEVIATION_EPSILON), each);
        now = operation("Sqrt", config(), now, each);
        List<Integer> ones = Collections.nCopies(rank, 1);
        List<Integer> axes = rank == 1 ? List.of(1) : List.of(1, 2, 3);
        now =
                operation(
                        "Mean",
                        config().put("axis", axes).put("keepdims", true),
                        now,
                        joined(List.of(-1), ones));
        var plane = new ArrayList<>(one);
        plane.set(rank - 1, 1);
        now =
                operation(
                        "Tile",
                        config().put("repeats", joined(List.of(size), plane)),
                        now,
                        joined(List.of(-1), plane));
        return model.add(
                "Concatenate",
                KerasConfig.of(model.name("Concatenate")).put("axis", -1),
                List.of(from, now),
                List.of(),
                KerasTranslation.sizes(layer.output()));
    }

    private static KerasConfig config() {
        return KerasConfig.ofOperation();
    }

    private String operation(
            String className, KerasConfig config, String from, List<Integer> shape) {
        return model.operation(className, config, from, OptionalDouble.empty(), shape);
    }

    private static List<Integer> joined(List<Integer> first, List<Integer> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
