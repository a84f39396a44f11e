package org.ganatelier.exchange.onnx;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Conv2D;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.LayerSpec;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads dense layers, and biases that stand apart from their weights. */
final class DenseReader {
    private static final Activation LINEAR = new Activation.Linear();

    private final Graph graph;
    private final StackBuilder stack;

    DenseReader(Graph graph, StackBuilder stack) {
        this.graph = graph;
        this.stack = stack;
    }

    /** A product with a matrix, plus a bias. */
    void gemm(Node node) throws ImportException {
        Optional<Numbers> weight = graph.constant(node.input(1)).filter(each -> each.isReal(2));
        Optional<Numbers> bias = graph.constant(node.input(2));
        if (weight.isEmpty() || (!node.input(2).isEmpty() && bias.isEmpty())) {
            stack.unknown(node, false);
            return;
        }
        if (node.whole("transA", 0) != 0) {
            stack.unable(node, "transA", "1");
            return;
        }
        boolean turned = node.whole("transB", 0) != 0;
        int units = weight.get().dimension(turned ? 0 : 1);
        float[] values = turned ? transposed(weight.get()) : weight.get().floats();
        var numbers = new HashMap<String, float[]>();
        numbers.put("weight", scaled(values, node.number("alpha", 1)));
        if (bias.isPresent()) {
            float[] spread = spread(bias.get().floats(), units);
            numbers.put("bias", scaled(spread, node.number("beta", 1)));
        }
        stack.add(node, new Dense(units, bias.isPresent(), LINEAR), numbers);
    }

    private static float[] transposed(Numbers matrix) {
        int rows = matrix.dimension(0);
        int columns = matrix.dimension(1);
        var turned = new float[rows * columns];
        for (int i = 0; i < turned.length; i++) {
            turned[i % columns * rows + i / columns] = matrix.floats()[i];
        }
        return turned;
    }

    private static float[] scaled(float[] values, double factor) {
        if (factor == 1) {
            return values;
        }
        float[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= (float) factor;
        }
        return scaled;
    }

    /** A single value for all. */
    static float[] spread(float[] values, int count) {
        if (values.length != 1 || count > Pads.MOST) {
            return values;
        }
        var all = new float[count];
        Arrays.fill(all, values[0]);
        return all;
    }

    /** A product with a matrix alone. */
    void matrix(Node node) throws ImportException {
        Optional<Numbers> weight = graph.constant(node.input(1)).filter(each -> each.isReal(2));
        if (weight.isEmpty() || stack.image().isPresent()) {
            stack.unknown(node, false);
            return;
        }
        stack.add(
                node,
                new Dense(weight.get().dimension(1), false, LINEAR),
                Map.of("weight", weight.get().floats()));
    }

    /** A constant that is added behind weights which have no bias yet is their bias. */
    void bias(Node node) {
        Optional<float[]> values =
                node.inputs().stream()
                        .flatMap(each -> graph.constant(each).stream())
                        .map(Numbers::floats)
                        .filter(each -> each.length > 0)
                        .findFirst();
        Optional<LayerSpec> biased =
                stack.last()
                        .filter(_ -> !stack.beginsAnother(node))
                        .flatMap(last -> withBias(last, values.map(each -> each.length).orElse(0)));
        if (values.isPresent() && biased.isPresent()) {
            stack.replaceLast(node, biased.get(), Map.of("bias", values.get()));
        } else {
            stack.unknown(node, true);
        }
    }

    /** The layer with so many biases, if it has room for them. */
    private static Optional<LayerSpec> withBias(LayerSpec layer, int count) {
        if (layer instanceof Dense(int units, boolean bias, boolean _, Activation activation)
                && !bias
                && units == count
                && activation.equals(LINEAR)) {
            return Optional.of(new Dense(units, true, LINEAR));
        }
        if (layer instanceof Conv2D conv
                && !conv.bias()
                && conv.filters() == count
                && conv.activation().equals(LINEAR)) {
            var biased =
                    new Conv2D(count, conv.kernel(), conv.stride(), conv.padding(), true, LINEAR);
            return Optional.of(biased.withDilation(conv.dilation()));
        }
        return Optional.empty();
    }
}
