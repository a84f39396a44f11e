package org.ganatelier.exchange.onnx;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.AveragePool;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.DepthwiseConv2D;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.MaxPool;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.SeparableConv2D;
import org.ganatelier.experiment.layer.ZeroPadding2D;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads convolutions and poolings. */
final class WindowReader {
    private static final Activation LINEAR = new Activation.Linear();

    private final Graph graph;
    private final StackBuilder stack;

    WindowReader(Graph graph, StackBuilder stack) {
        this.graph = graph;
        this.stack = stack;
    }

    void convolution(Node node) throws ImportException {
        Optional<Numbers> found = graph.constant(node.input(1)).filter(each -> each.isReal(4));
        Optional<Numbers> bias = graph.constant(node.input(2));
        if (found.isEmpty() || (!node.input(2).isEmpty() && bias.isEmpty())) {
            stack.unknown(node, false);
            return;
        }
        Numbers weight = found.get();
        int kernel = weight.dimension(2);
        int dilation = same(node, "dilations", 1);
        int stride = same(node, "strides", 1);
        if (weight.dimension(3) != kernel || dilation < 1 || stride < 1) {
            String sides = weight.dimension(2) + "x" + weight.dimension(3);
            stack.unable(node, weight.dimension(3) != kernel ? "kernel_shape" : "strides", sides);
            return;
        }
        Optional<Pads> pads = pads(node, 1 + dilation * (kernel - 1), stride);
        if (pads.isEmpty()) {
            stack.unable(node, "pads", Arrays.toString(node.wholes("pads")));
            return;
        }
        Padding padding = padded(node, pads.get(), 1 + dilation * (kernel - 1), stride);
        var numbers = new HashMap<String, float[]>();
        bias.ifPresent(each -> numbers.put("bias", each.floats()));
        add(node, weight, new Form(kernel, stride, dilation, padding, bias.isPresent()), numbers);
    }

    /** All that is known of a convolution but its channels. */
    private record Form(int kernel, int stride, int dilation, Padding padding, boolean bias) {}

    private void add(Node node, Numbers weight, Form form, Map<String, float[]> numbers)
            throws ImportException {
        int filters = weight.dimension(0);
        long group = node.whole("group", 1);
        if (group == 1) {
            if (completesSeparable(node, form)) {
                separable(node, weight, form, numbers);
                return;
            }
            numbers.put("weight", weight.floats());
            var conv =
                    new Conv2D(filters, form.kernel, form.stride, form.padding, form.bias, LINEAR);
            stack.add(node, conv.withDilation(form.dilation), numbers);
        } else if (weight.dimension(1) == 1
                && group > 0
                && filters % group == 0
                && form.dilation == 1) {
            numbers.put("depthwise_kernel", weight.floats());
            var conv =
                    new DepthwiseConv2D(
                            (int) (filters / group),
                            form.kernel,
                            form.stride,
                            form.padding,
                            form.bias,
                            LINEAR);
            stack.add(node, conv, numbers);
        } else {
            stack.unable(node, "group", String.valueOf(group));
        }
    }

    /** Whether it is the second part of what this program wrote as one layer. */
    private boolean completesSeparable(Node node, Form form) {
        return form.kernel == 1
                && form.stride == 1
                && !StackBuilder.isForeign(node)
                && !stack.beginsAnother(node)
                && stack.last().filter(DepthwiseConv2D.class::isInstance).isPresent();
    }

    private void separable(Node node, Numbers weight, Form form, Map<String, float[]> numbers) {
        var first = (DepthwiseConv2D) stack.last().orElseThrow();
        numbers.put("pointwise_kernel", weight.floats());
        stack.replaceLast(
                node,
                new SeparableConv2D(
                        weight.dimension(0),
                        first.depthMultiplier(),
                        first.kernel(),
                        first.stride(),
                        first.padding(),
                        form.bias,
                        LINEAR),
                numbers);
        stack.reshape(
                stack.image()
                        .map(in -> new Shape.Image(in.height(), in.width(), weight.dimension(0))));
    }

    void pool(Node node) throws ImportException {
        long[] kernel = node.wholes("kernel_shape");
        int size = same(node, "kernel_shape", 0);
        int stride = same(node, "strides", 1);
        boolean plain = node.whole("ceil_mode", 0) == 0 && same(node, "dilations", 1) == 1;
        if (kernel.length != 2 || size < 1 || stride < 1 || !plain) {
            stack.unable(node, plain ? "kernel_shape" : "ceil_mode", Arrays.toString(kernel));
            return;
        }
        Optional<Pads> pads = pads(node, size, stride);
        if (pads.isEmpty()) {
            stack.unable(node, "pads", Arrays.toString(node.wholes("pads")));
            return;
        }
        boolean mean = node.is("AveragePool");
        boolean counted = mean && node.whole("count_include_pad", 0) != 0;
        Optional<Padding> fitting =
                counted && !pads.get().isNone()
                        ? Optional.empty()
                        : kind(node, pads.get(), size, stride);
        if (fitting.isEmpty() && !counted) {
            stack.unable(node, "pads", Arrays.toString(pads.get().all()));
            return;
        }
        // Zeros that count are zeros of the image.
        Padding padding = fitting.isPresent() ? fitting.get() : border(node, pads.get());
        LayerSpec layer =
                mean ? new AveragePool(size, stride, padding) : new MaxPool(size, stride, padding);
        stack.add(node, layer);
    }

    /** The padding of a convolution; zeros that are not around it evenly become a layer. */
    private Padding padded(Node node, Pads pads, int reach, int stride) throws ImportException {
        Optional<Padding> kind = kind(node, pads, reach, stride);
        return kind.isPresent() ? kind.get() : border(node, pads);
    }

    private Padding border(Node node, Pads pads) throws ImportException {
        stack.add(node, new ZeroPadding2D(pads.top(), pads.bottom(), pads.left(), pads.right()));
        return Padding.VALID;
    }

    /** What the pads mean; empty where they are another on each side and not those of 'same'. */
    private Optional<Padding> kind(Node node, Pads pads, int reach, int stride) {
        boolean even = Arrays.stream(pads.all()).distinct().count() == 1 && pads.top() < reach;
        Padding explicit = new Padding.Explicit(pads.top());
        if (even && node.remark().equals(WindowNodes.remark(explicit))) {
            return Optional.of(explicit);
        }
        boolean same = stack.image().filter(in -> isSame(in, pads, reach, stride)).isPresent();
        if (same && node.remark().equals(WindowNodes.remark(Padding.SAME))) {
            return Optional.of(Padding.SAME);
        }
        if (pads.isNone()) {
            return Optional.of(Padding.VALID);
        }
        if (same) {
            return Optional.of(Padding.SAME);
        }
        return even ? Optional.of(explicit) : Optional.empty();
    }

    private static boolean isSame(Shape.Image in, Pads pads, int reach, int stride) {
        return same(in, reach, stride).equals(pads);
    }

    private static Pads same(Shape.Image in, int reach, int stride) {
        var out =
                new Shape.Image(
                        Math.ceilDiv(in.height(), stride), Math.ceilDiv(in.width(), stride), 1);
        return Pads.of(in, out, reach, stride, Padding.SAME);
    }

    /** The pads in numbers; empty where they are no sensible ones, or need an unknown shape. */
    private Optional<Pads> pads(Node node, int reach, int stride) {
        return switch (node.text("auto_pad", "NOTSET")) {
            case "SAME_UPPER" -> stack.image().map(in -> same(in, reach, stride));
            case "SAME_LOWER" -> stack.image().map(in -> same(in, reach, stride).turned());
            case "VALID" -> Optional.of(Pads.NONE);
            default -> Pads.read(node.wholes("pads"), 0);
        };
    }

    /** The one value of both directions; 0 where they differ or are out of range. */
    static int same(Node node, String attribute, int otherwise) {
        long[] values = node.wholes(attribute);
        if (values.length == 0) {
            return otherwise;
        }
        boolean one = values.length == 2 && values[0] == values[1];
        return one && values[0] > 0 && values[0] <= Pads.MOST ? (int) values[0] : 0;
    }
}
