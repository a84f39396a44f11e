package org.ganatelier.exchange.onnx;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Cropping2D;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.experiment.layer.UpSampling2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what gives values another shape, and what makes images larger or smaller. */
final class ShapeReader {
    private final Graph graph;
    private final StackBuilder stack;

    ShapeReader(Graph graph, StackBuilder stack) {
        this.graph = graph;
        this.stack = stack;
    }

    void flatten(Node node) throws ImportException {
        if (node.whole("axis", 1) != 1) {
            stack.unable(node, "axis", String.valueOf(node.whole("axis", 1)));
        } else if (stack.isFlat() && !stack.beginsAnother(node)) {
            stack.pass(node, "axis");
        } else {
            stack.add(node, new Flatten());
        }
    }

    void reshape(Node node) throws ImportException {
        Optional<long[]> wanted = target(node.input(1));
        if (wanted.isEmpty() || wanted.get().length < 2) {
            stack.unable(node, "shape", wanted.map(Arrays::toString).orElse(""));
            return;
        }
        long[] sample = Arrays.copyOfRange(wanted.get(), 1, wanted.get().length);
        boolean known = complete(sample);
        Optional<Shape> shape = Graph.shape(sample);
        if (sample.length == 1 && (StackBuilder.isForeign(node) || shape.isEmpty())) {
            flatten(node);
        } else if (!known || shape.isEmpty()) {
            stack.unable(node, "shape", Arrays.toString(wanted.get()));
        } else if (stack.shape().equals(shape) && StackBuilder.isForeign(node)) {
            stack.pass(node, "shape");
        } else {
            stack.add(node, new Reshape(shape.get()));
        }
    }

    /** The wanted sides, the batch first; -1 and 0 as in the file, 0 where they are computed. */
    private Optional<long[]> target(String name) {
        Optional<Numbers> constant = graph.constant(name);
        if (constant.isPresent()) {
            return Optional.of(constant.get().wholes());
        }
        // PyTorch asks for the batch's size and joins it to the rest.
        return graph.maker(name)
                .filter(maker -> maker.is("Concat"))
                .map(
                        concat ->
                                concat.inputs().stream()
                                        .flatMapToLong(
                                                each ->
                                                        Arrays.stream(
                                                                graph.constant(each)
                                                                        .map(Numbers::wholes)
                                                                        .orElse(new long[1])))
                                        .toArray());
    }

    /** Replaces 0 by the side that is there, and -1 by what is left; whether all could be. */
    private boolean complete(long[] sample) {
        long[] now = stack.shape().map(GraphBuilder::dimensions).orElse(new long[0]);
        long rest = stack.shape().map(Shape::size).orElse(0L);
        int free = -1;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == 0 && i < now.length) {
                sample[i] = now[i];
            }
            if (sample[i] == -1 && free < 0) {
                free = i;
            } else if (sample[i] < 1) {
                return false;
            } else {
                rest = rest % sample[i] == 0 ? rest / sample[i] : 0;
            }
        }
        if (free >= 0) {
            sample[free] = rest;
        }
        return free < 0 || rest > 0;
    }

    void squeeze(Node node) {
        if (stack.isFlat()) {
            stack.pass(node, "axes");
        } else {
            stack.unknown(node, false);
        }
    }

    void enlarge(Node node) throws ImportException {
        String mode = node.text("mode", "nearest");
        if (!mode.equals("nearest") || !repeats(node)) {
            stack.unable(node, "mode", mode);
            return;
        }
        Optional<Integer> factor = factor(node);
        if (factor.isPresent()) {
            stack.add(node, new UpSampling2D(factor.get()));
        } else {
            stack.unable(node, "scales", "");
        }
    }

    /** Whether each pixel is repeated; other rules pick its neighbours at the borders. */
    private static boolean repeats(Node node) {
        if (node.is("Upsample")) {
            return true;
        }
        String nearest = node.text("nearest_mode", "round_prefer_floor");
        return switch (node.text("coordinate_transformation_mode", "half_pixel")) {
            case "asymmetric" -> nearest.equals("floor");
            case "half_pixel", "pytorch_half_pixel" -> nearest.startsWith("round");
            default -> false;
        };
    }

    private Optional<Integer> factor(Node node) {
        for (String input : node.inputs().subList(1, node.inputs().size())) {
            Optional<Numbers> found = graph.constant(input);
            if (found.isPresent() && found.get().floats().length == 4) {
                float[] scales = found.get().floats();
                boolean plain = scales[0] == 1 && scales[1] == 1 && scales[2] == scales[3];
                return plain ? whole(scales[2]) : Optional.empty();
            }
            if (found.isPresent() && found.get().wholes().length == 4) {
                long[] sizes = found.get().wholes();
                return stack.image()
                        .filter(
                                in ->
                                        sizes[2] * in.width() == sizes[3] * in.height()
                                                && sizes[2] % in.height() == 0)
                        .flatMap(in -> whole((double) sizes[2] / in.height()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> whole(double factor) {
        boolean fits = factor >= 1 && factor <= Pads.MOST && factor == Math.rint(factor);
        return fits ? Optional.of((int) factor) : Optional.empty();
    }

    void shuffle(Node node) throws ImportException {
        long factor = node.whole("blocksize", 0);
        String mode = node.text("mode", "DCR");
        if (!mode.equals("CRD") || factor < 1 || factor > Pads.MOST) {
            stack.unable(node, "mode", mode);
        } else {
            stack.add(node, new PixelShuffle((int) factor));
        }
    }

    void pad(Node node) throws ImportException {
        long[] pads =
                node.has("pads")
                        ? node.wholes("pads")
                        : graph.constant(node.input(1))
                                .map(Numbers::wholes)
                                .orElseGet(() -> turned(node.input(1)));
        float fill =
                graph.constant(node.input(2))
                        .filter(Numbers::isSingle)
                        .map(n -> n.floats()[0])
                        .orElse((float) node.number("value", 0));
        String mode = node.text("mode", "constant");
        if (!mode.equals("constant") || fill != 0) {
            stack.unable(node, "mode", mode);
        } else if (pads.length != 8
                || pads[0] != 0
                || pads[1] != 0
                || pads[4] != 0
                || pads[5] != 0
                || Arrays.stream(pads).anyMatch(each -> each < 0 || each > Pads.MOST)) {
            stack.unable(node, "pads", Arrays.toString(pads));
        } else if (StackBuilder.isForeign(node)
                && Arrays.stream(pads).allMatch(each -> each == 0)) {
            stack.pass(node, "pads");
        } else {
            stack.add(
                    node,
                    new ZeroPadding2D((int) pads[2], (int) pads[6], (int) pads[3], (int) pads[7]));
        }
    }

    /**
     * PyTorch's own order of pads, left, right, top, bottom, which its exporter has a graph turn
     * into ONNX's; empty where it is no such graph.
     */
    private long[] turned(String name) {
        Optional<Node> maker = graph.maker(name);
        for (String operator : List.of("Cast", "Reshape", "Transpose", "Slice", "Reshape")) {
            maker =
                    maker.filter(each -> each.is(operator))
                            .map(each -> each.input(0))
                            .flatMap(graph::maker);
        }
        long[] pads =
                maker.filter(each -> each.is("Concat"))
                        .flatMap(each -> graph.constant(each.input(0)))
                        .map(Numbers::wholes)
                        .orElse(new long[0]);
        return pads.length == 4
                ? new long[] {0, 0, pads[2], pads[0], 0, 0, pads[3], pads[1]}
                : new long[0];
    }

    /** Which axis begins and ends where. */
    void slice(Node node) throws ImportException {
        long[] starts = argument(node, 1, "starts");
        long[] ends = argument(node, 2, "ends");
        long[] axes = argument(node, 3, "axes");
        boolean steps = Arrays.stream(argument(node, 4, "steps")).anyMatch(each -> each != 1);
        Optional<Shape.Image> image = stack.image();
        if (image.isEmpty()
                || steps
                || starts.length != ends.length
                || axes.length != ends.length) {
            stack.unable(node, "axes", Arrays.toString(axes));
            return;
        }
        var cut = new long[4];
        for (int i = 0; i < axes.length; i++) {
            long axis = axes[i] < 0 ? axes[i] + 4 : axes[i];
            if (axis != 2 && axis != 3) {
                stack.unable(node, "axes", Arrays.toString(axes));
                return;
            }
            long side = axis == 2 ? image.get().height() : image.get().width();
            long from = Math.clamp(starts[i] < 0 ? starts[i] + side : starts[i], 0, side);
            long to = Math.clamp(ends[i] < 0 ? ends[i] + side : ends[i], 0, side);
            cut[axis == 2 ? 0 : 2] = from;
            cut[axis == 2 ? 1 : 3] = side - to;
        }
        stack.add(node, new Cropping2D((int) cut[0], (int) cut[1], (int) cut[2], (int) cut[3]));
    }

    /** An argument that younger files have as an input, and older ones as an attribute. */
    private long[] argument(Node node, int input, String attribute) {
        return graph.constant(node.input(input))
                .map(Numbers::wholes)
                .orElseGet(() -> node.wholes(attribute));
    }
}
