package org.ganatelier.exchange.onnx;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.BatchNorm;
import org.ganatelier.experiment.layer.Dropout;
import org.ganatelier.experiment.layer.GlobalAveragePool;
import org.ganatelier.experiment.layer.GlobalMaxPool;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.PReLU;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads one operator of the trunk, whose main input is what the stack gives so far. */
final class OperatorReader {
    private static final Activation LINEAR = new Activation.Linear();
    private static final double DEFAULT_EPSILON = 1e-5;

    private final Graph graph;
    private final StackBuilder stack;
    private final WindowReader windows;
    private final ShapeReader shapes;
    private final DenseReader dense;

    OperatorReader(Graph graph, StackBuilder stack) {
        this.graph = graph;
        this.stack = stack;
        windows = new WindowReader(graph, stack);
        shapes = new ShapeReader(graph, stack);
        dense = new DenseReader(graph, stack);
    }

    /** Adds what the operator is here, or says what it is not. */
    void read(Node node) throws ImportException {
        switch (node.operator()) {
            case "Gemm" -> dense.gemm(node);
            case "MatMul" -> dense.matrix(node);
            case "Add" -> dense.bias(node);
            case "Conv" -> windows.convolution(node);
            case "ConvTranspose" -> new TransposedReader(graph, stack).read(node);
            case "MaxPool", "AveragePool" -> windows.pool(node);
            case "GlobalAveragePool" -> stack.add(node, new GlobalAveragePool());
            case "GlobalMaxPool" -> stack.add(node, new GlobalMaxPool());
            case "ReduceMean" -> reduced(node, new GlobalAveragePool());
            case "ReduceMax" -> reduced(node, new GlobalMaxPool());
            case "BatchNormalization" -> batchNorm(node);
            case "LayerNormalization", "GroupNormalization" -> normalization(node);
            case "Dropout" -> dropout(node);
            case "Flatten" -> shapes.flatten(node);
            case "Reshape" -> shapes.reshape(node);
            case "Squeeze" -> shapes.squeeze(node);
            case "Resize", "Upsample" -> shapes.enlarge(node);
            case "DepthToSpace" -> shapes.shuffle(node);
            case "Pad" -> shapes.pad(node);
            case "Slice" -> shapes.slice(node);
            case "Identity" -> stack.pass(node, "input");
            case "Cast" -> stack.pass(node, "to");
            case "PRelu" -> slopes(node);
            default -> activation(node);
        }
    }

    private void activation(Node node) throws ImportException {
        double alpha = node.number("alpha", node.is("LeakyRelu") ? 0.01 : 1);
        switch (node.operator()) {
            case "Relu" -> stack.bend(node, new Activation.ReLU());
            case "LeakyRelu" -> leaky(node, alpha);
            case "Elu" -> {
                if (alpha == 1) {
                    stack.bend(node, new Activation.ELU());
                } else {
                    stack.unable(node, "alpha", String.valueOf(alpha));
                }
            }
            case "Selu" -> stack.bend(node, new Activation.SELU());
            case "Tanh" -> stack.bend(node, new Activation.Tanh());
            case "Sigmoid" -> stack.bend(node, new Activation.Sigmoid());
            case "Softplus" -> stack.bend(node, new Activation.Softplus());
            case "Gelu" -> {
                if (node.text("approximate", "none").equals("none")) {
                    stack.bend(node, new Activation.GELU());
                } else {
                    stack.unable(node, "approximate", node.text("approximate", ""));
                }
            }
            default -> stack.unknown(node, false);
        }
    }

    private void leaky(Node node, double slope) throws ImportException {
        if (slope >= 0 && slope < 1) {
            stack.bend(node, new Activation.LeakyReLU(slope));
        } else {
            stack.unable(node, "alpha", String.valueOf(slope));
        }
    }

    /** Over all pixels of each channel. */
    private void reduced(Node node, LayerSpec pool) throws ImportException {
        long[] axes =
                graph.constant(node.input(1))
                        .map(Numbers::wholes)
                        .orElseGet(() -> node.wholes("axes"));
        long[] sorted = Arrays.stream(axes).map(a -> a < 0 ? a + 4 : a).sorted().toArray();
        if (Arrays.equals(sorted, new long[] {2, 3}) && !stack.isFlat()) {
            stack.add(node, pool);
        } else {
            stack.unable(node, "axes", Arrays.toString(axes));
        }
    }

    private void batchNorm(Node node) throws ImportException {
        var numbers = new HashMap<String, float[]>();
        String[] names = {"gamma", "beta", "mean", "variance"};
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            graph.constant(node.input(i + 1))
                    .filter(each -> each.isReal(1))
                    .ifPresent(each -> numbers.put(name, each.floats()));
        }
        if (numbers.size() < names.length) {
            stack.unknown(node, true);
            return;
        }
        double momentum = node.number("momentum", 0.9);
        double epsilon = node.number("epsilon", DEFAULT_EPSILON);
        try {
            stack.add(node, new BatchNorm(momentum, epsilon, LINEAR), numbers);
        } catch (IllegalArgumentException e) {
            stack.unable(node, "epsilon", String.valueOf(epsilon));
        }
    }

    /** Of younger opsets: over a whole vector, or a whole image in one group. */
    private void normalization(Node node) throws ImportException {
        boolean layer = node.is("LayerNormalization");
        long axis = node.whole("axis", -1);
        if (layer
                ? !stack.isFlat() || (axis != -1 && axis != 1)
                : node.whole("num_groups", 0) != 1) {
            stack.unable(
                    node,
                    layer ? "axis" : "num_groups",
                    String.valueOf(layer ? axis : node.whole("num_groups", 0)));
            return;
        }
        var numbers = new HashMap<String, float[]>();
        int channels =
                stack.shape()
                        .map(
                                each ->
                                        switch (each) {
                                            case Shape.Flat(int units) -> units;
                                            case Shape.Image image -> image.channels();
                                        })
                        .orElse(1);
        float[] none = new float[channels];
        numbers.put("gamma", DenseReader.spread(floats(node.input(1)), channels));
        numbers.put(
                "beta",
                node.input(2).isEmpty()
                        ? none
                        : DenseReader.spread(floats(node.input(2)), channels));
        double epsilon = node.number("epsilon", DEFAULT_EPSILON);
        try {
            stack.add(node, new LayerNorm(epsilon, LINEAR), numbers);
        } catch (IllegalArgumentException e) {
            stack.unable(node, "epsilon", String.valueOf(epsilon));
        }
    }

    private float[] floats(String name) {
        return graph.constant(name).map(Numbers::floats).orElseGet(() -> new float[0]);
    }

    private void dropout(Node node) throws ImportException {
        double rate =
                graph.constant(node.input(1))
                        .filter(Numbers::isSingle)
                        .map(each -> Node.shortest(each.floats()[0]))
                        .orElseGet(() -> node.number("ratio", 0.5));
        try {
            stack.add(node, new Dropout(rate));
        } catch (IllegalArgumentException e) {
            stack.unable(node, "ratio", String.valueOf(rate));
        }
    }

    /** One slope for all is LeakyReLU's. */
    private void slopes(Node node) throws ImportException {
        float[] slopes = floats(node.input(1));
        if (slopes.length == 1) {
            leaky(node, Node.shortest(slopes[0]));
        } else if (slopes.length == 0) {
            stack.unknown(node, true);
        } else {
            stack.add(node, new PReLU(), Map.of("slope", slopes));
        }
    }
}
