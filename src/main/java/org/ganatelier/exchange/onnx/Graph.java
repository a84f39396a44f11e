package org.ganatelier.exchange.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

import org.ganatelier.experiment.basics.Shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A graph that is followed from its main input: who uses what, and what comes from where. */
final class Graph {
    private final OnnxFile.Content content;
    private final Map<String, List<Node>> users = new HashMap<>();
    private final Map<String, Node> makers = new HashMap<>();

    /** What is computed from the main input. */
    private final Set<String> trunk = new HashSet<>();

    Graph(OnnxFile.Content content) {
        this.content = content;
        main().ifPresent(input -> trunk.add(input.getName()));
        for (Node node : content.nodes()) {
            makers.putIfAbsent(node.output(), node);
            boolean onTrunk = false;
            for (String input : Set.copyOf(node.inputs())) {
                users.computeIfAbsent(input, _ -> new ArrayList<>()).add(node);
                onTrunk |= trunk.contains(input);
            }
            if (onTrunk) {
                trunk.addAll(node.proto().getOutputList());
            }
        }
    }

    /** The first input of real numbers with a dimension beside the batch. */
    Optional<ValueInfoProto> main() {
        return inputs().stream()
                .filter(
                        input ->
                                input.getType().getTensorType().getElemType()
                                        == DataType.FLOAT.getNumber())
                .filter(input -> input.getType().getTensorType().getShape().getDimCount() > 1)
                .findFirst();
    }

    /** All inputs that are no constants. */
    List<ValueInfoProto> inputs() {
        return content.inputs().stream()
                .filter(input -> !content.constants().containsKey(input.getName()))
                .toList();
    }

    /** The shape of a sample of an input; empty where the file does not say it. */
    static Optional<Shape> sample(ValueInfoProto input) {
        long[] sides =
                input.getType().getTensorType().getShape().getDimList().stream()
                        .skip(1)
                        .mapToLong(each -> each.getDimValue())
                        .toArray();
        return shape(sides);
    }

    /** A vector, or an image with its channels first. */
    static Optional<Shape> shape(long... sides) {
        for (long side : sides) {
            if (side < 1 || side > Integer.MAX_VALUE) {
                return Optional.empty();
            }
        }
        return switch (sides.length) {
            case 1 -> Optional.of(new Shape.Flat((int) sides[0]));
            case 3 -> Optional.of(new Shape.Image((int) sides[1], (int) sides[2], (int) sides[0]));
            default -> Optional.empty();
        };
    }

    /** Who takes a value, in the file's order. */
    List<Node> users(String value) {
        return users.getOrDefault(value, List.of());
    }

    /** What makes a value; empty for inputs and constants. */
    Optional<Node> maker(String value) {
        return Optional.ofNullable(makers.get(value));
    }

    /** Whether a value depends on the main input. */
    boolean isTrunk(String value) {
        return trunk.contains(value);
    }

    Optional<Numbers> constant(String name) {
        return Optional.ofNullable(content.constants().get(name));
    }
}
