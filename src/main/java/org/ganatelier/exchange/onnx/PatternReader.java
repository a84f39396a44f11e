package org.ganatelier.exchange.onnx;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.LayerNorm;
import org.ganatelier.experiment.layer.MinibatchStdDev;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what takes several operators to say: the value that the stack gives is used twice. */
final class PatternReader {
    /** Of constants such as the root of two, which writers round as they like. */
    private static final double ROUNDING = 1e-4;

    private final Graph graph;
    private final StackBuilder stack;

    PatternReader(Graph graph, StackBuilder stack) {
        this.graph = graph;
        this.stack = stack;
    }

    /**
     * Adds the layer that begins at a value, where there is such a pattern.
     *
     * @return what comes out of it
     */
    Optional<String> read(String value) throws ImportException {
        List<Node> users = graph.users(value);
        for (Node user : users) {
            Optional<String> end =
                    switch (user.operator()) {
                        case "Sigmoid" -> swish(value, user);
                        case "Div", "Mul" -> gelu(value, user);
                        case "ReduceMean" -> layerNorm(value, user);
                        case "Reshape" -> groupNorm(user);
                        case "Shape" -> deviation(value, user);
                        default -> Optional.empty();
                    };
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    private Optional<String> swish(String value, Node sigmoid) throws ImportException {
        Optional<Node> product = user(sigmoid.output(), "Mul").filter(mul -> takes(mul, value));
        if (product.isPresent()) {
            stack.bend(product.get(), new Activation.Swish());
        }
        return product.map(Node::output);
    }

    /** x * (1 + erf(x / sqrt 2)) / 2, the factors in any order. */
    private Optional<String> gelu(String value, Node scaling) throws ImportException {
        double factor = scaling.is("Div") ? Math.sqrt(2) : Math.sqrt(0.5);
        Optional<Node> share =
                Optional.of(scaling)
                        .filter(each -> has(each, factor))
                        .flatMap(each -> user(each.output(), "Erf"))
                        .flatMap(each -> user(each.output(), "Add"))
                        .filter(each -> has(each, 1));
        Optional<Node> product = share.flatMap(each -> user(each.output(), "Mul"));
        if (product.isEmpty()) {
            return Optional.empty();
        }
        Node mul = product.get();
        Optional<Node> last;
        if (takes(mul, value)) {
            last = user(mul.output(), "Mul").filter(each -> has(each, 0.5));
        } else {
            // Half of x before.
            last =
                    product.filter(
                            each ->
                                    graph.users(value).stream()
                                            .filter(half -> half.is("Mul") && has(half, 0.5))
                                            .anyMatch(half -> takes(each, half.output())));
        }
        if (last.isPresent()) {
            stack.bend(last.get(), new Activation.GELU());
        }
        return last.map(Node::output);
    }

    /** (x - mean) / sqrt(variance + epsilon) * gamma + beta. */
    private Optional<String> layerNorm(String value, Node mean) throws ImportException {
        Optional<Node> centred =
                user(mean.output(), "Sub").filter(each -> each.input(0).equals(value));
        if (centred.isEmpty()) {
            return Optional.empty();
        }
        String difference = centred.get().output();
        Optional<Node> safe =
                user(difference, "Pow")
                        .filter(each -> has(each, 2))
                        .or(() -> user(difference, "Mul"))
                        .flatMap(each -> user(each.output(), "ReduceMean"))
                        .flatMap(each -> user(each.output(), "Add"));
        Optional<Node> scaled =
                safe.flatMap(each -> user(each.output(), "Sqrt"))
                        .flatMap(each -> user(each.output(), "Div"))
                        .filter(each -> each.input(0).equals(difference))
                        .flatMap(each -> user(each.output(), "Mul"));
        Optional<Node> last = scaled.flatMap(each -> user(each.output(), "Add"));
        Optional<float[]> gamma = scaled.flatMap(this::constant);
        Optional<float[]> beta = last.flatMap(this::constant);
        Optional<Double> epsilon = safe.flatMap(this::constant).map(e -> Node.shortest(e[0]));
        if (gamma.isEmpty()
                || beta.isEmpty()
                || epsilon.filter(each -> each > 0 && each < 1).isEmpty()
                || !isWhole(mean)) {
            return Optional.empty();
        }
        stack.add(
                last.orElseThrow(),
                new LayerNorm(epsilon.get(), new Activation.Linear()),
                Map.of("gamma", gamma.get(), "beta", beta.get()));
        return last.map(Node::output);
    }

    /** PyTorch's GroupNorm of one group: the image as one row, normalized, and put back. */
    private Optional<String> groupNorm(Node row) throws ImportException {
        boolean oneGroup =
                graph.constant(row.input(1))
                        .filter(each -> Arrays.equals(each.wholes(), new long[] {0, 1, -1}))
                        .isPresent();
        Optional<Node> normal =
                user(row.output(), "InstanceNormalization")
                        .filter(each -> oneGroup && isSingle(each.input(1), 1))
                        .filter(each -> isSingle(each.input(2), 0));
        Optional<Node> scaled =
                normal.flatMap(each -> user(each.output(), "Reshape"))
                        .flatMap(each -> user(each.output(), "Mul"));
        Optional<Node> last = scaled.flatMap(each -> user(each.output(), "Add"));
        Optional<float[]> gamma = scaled.flatMap(this::constant);
        Optional<float[]> beta = last.flatMap(this::constant);
        double epsilon = normal.map(each -> each.number("epsilon", 1e-5)).orElse(0.0);
        if (gamma.isEmpty() || beta.isEmpty() || !(epsilon > 0 && epsilon < 1)) {
            return Optional.empty();
        }
        stack.add(
                last.orElseThrow(),
                new LayerNorm(epsilon, new Activation.Linear()),
                Map.of("gamma", gamma.get(), "beta", beta.get()));
        return last.map(Node::output);
    }

    private boolean isSingle(String name, float number) {
        return graph.constant(name)
                .filter(each -> each.isSingle() && each.floats()[0] == number)
                .isPresent();
    }

    /** Whether it is over all of a sample. */
    private boolean isWhole(Node mean) {
        int rank = stack.image().isPresent() ? 4 : 2;
        long[] axes =
                graph.constant(mean.input(1))
                        .map(Numbers::wholes)
                        .orElseGet(() -> mean.wholes("axes"));
        long[] sorted = Arrays.stream(axes).map(a -> a < 0 ? a + rank : a).sorted().toArray();
        return stack.shape()
                .filter(
                        each ->
                                switch (each) {
                                    case Shape.Flat _ -> Arrays.equals(sorted, new long[] {1});
                                    case Shape.Image _ ->
                                            Arrays.equals(sorted, new long[] {1, 2, 3});
                                })
                .isPresent();
    }

    /** As this program writes it: groups by their number in the batch. */
    private Optional<String> deviation(String value, Node shape) throws ImportException {
        Optional<Node> groups =
                user(shape.output(), "Gather").flatMap(each -> user(each.output(), "Div"));
        Optional<Long> size =
                groups.flatMap(each -> graph.constant(each.input(1)))
                        .filter(each -> each.wholes().length == 1)
                        .map(each -> each.wholes()[0])
                        .filter(each -> each >= 2 && each <= Pads.MOST);
        boolean ours =
                groups.flatMap(each -> user(each.output(), "Max"))
                        .flatMap(each -> user(each.output(), "OneHot"))
                        .isPresent();
        Optional<Node> joined =
                graph.users(value).stream()
                        .filter(each -> each.is("Concat") && each.input(0).equals(value))
                        .findFirst();
        if (size.isEmpty() || !ours || joined.isEmpty()) {
            return Optional.empty();
        }
        stack.add(joined.get(), new MinibatchStdDev(Math.toIntExact(size.get())));
        return joined.map(Node::output);
    }

    /** The first of a kind that takes a value. */
    private Optional<Node> user(String value, String operator) {
        return graph.users(value).stream().filter(each -> each.is(operator)).findFirst();
    }

    private static boolean takes(Node node, String value) {
        return node.inputs().contains(value);
    }

    private Optional<float[]> constant(Node node) {
        return node.inputs().stream()
                .flatMap(each -> graph.constant(each).stream())
                .map(Numbers::floats)
                .filter(each -> each.length > 0)
                .findFirst();
    }

    private boolean has(Node node, double number) {
        return constant(node)
                .filter(each -> each.length == 1 && Math.abs(each[0] - number) < ROUNDING)
                .isPresent();
    }
}
