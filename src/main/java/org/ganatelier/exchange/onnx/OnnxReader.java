package org.ganatelier.exchange.onnx;

import ai.onnx.proto.OnnxMl.ValueInfoProto;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.basics.Shape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads ONNX graphs that are one stack of layers, as this program, PyTorch and Keras write them.
 * Where a graph branches, its first way is followed, and what joins it from elsewhere is named.
 */
public final class OnnxReader {
    private final Graph graph;
    private final StackBuilder stack = new StackBuilder();
    private final OperatorReader operators;
    private final PatternReader patterns;
    private final ChannelsLast channels;

    /** Nodes that were followed: a graph that runs in circles ends. */
    private final Set<String> seen = new HashSet<>();

    private OnnxReader(OnnxFile.Content content) {
        graph = new Graph(content);
        operators = new OperatorReader(graph, stack);
        patterns = new PatternReader(graph, stack);
        channels = new ChannelsLast(stack);
    }

    /**
     * Reads a file.
     *
     * @return one stack, called as the file is
     * @throws ImportException where it is no ONNX file, damaged, too large, or holds no layer
     */
    public static Imported read(Path file) throws IOException {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return of(OnnxFile.read(file), name.replaceFirst("\\.onnx$", ""));
    }

    static Imported of(OnnxFile.Content content, String name) throws ImportException {
        var reader = new OnnxReader(content);
        ValueInfoProto input =
                reader.graph.main().orElseThrow(() -> new ImportException(new Refusal.Empty()));
        reader.stack.begin(Graph.sample(input));
        reader.follow(input.getName());
        if (reader.stack.isEmpty()) {
            throw new ImportException(new Refusal.Empty());
        }
        var remarks = new ArrayList<>(reader.otherInputs(input));
        remarks.addAll(reader.stack.remarks());
        return new Imported(List.of(reader.stack.stack(name)), remarks);
    }

    /** Labels, and whatever else comes in besides. */
    private List<Remark> otherInputs(ValueInfoProto main) {
        return graph.inputs().stream()
                .filter(input -> !input.getName().equals(main.getName()))
                .map(
                        input ->
                                new Remark(
                                        new Remark.Source.Named(input.getName()),
                                        new Fact.Unknown(input.getName())))
                .toList();
    }

    private void follow(String from) throws ImportException {
        String value = from;
        while (seen.add(value)) {
            Optional<String> end = patterns.read(value);
            if (end.isPresent()) {
                value = end.get();
                continue;
            }
            Optional<Node> next = next(value);
            if (next.isEmpty()) {
                return;
            }
            step(next.get());
            value = next.get().output();
        }
    }

    /** The first that takes a value for its own sake; the last value of all has none. */
    private Optional<Node> next(String value) {
        return graph.users(value).stream()
                .filter(user -> !user.is("Shape"))
                .findFirst()
                .filter(user -> !user.output().isEmpty());
    }

    private void step(Node node) throws ImportException {
        if (node.is("Transpose")) {
            channels.turn(node);
        } else if (node.is("Concat")) {
            join(node);
        } else if (channels.allows(node)) {
            int before = stack.size();
            Optional<Shape.Image> image = stack.image();
            operators.read(node);
            if (stack.size() > before) {
                channels.follow(node, image);
            }
        } else {
            stack.unknown(node, false);
        }
    }

    /**
     * What joins from elsewhere: of this program's own files, a value or a plane for each class.
     */
    private void join(Node node) {
        long more =
                node.inputs().stream()
                        .filter(each -> !graph.isTrunk(each))
                        .mapToLong(this::width)
                        .sum();
        Optional<Shape> before = stack.shape();
        stack.unknown(node, false);
        if (more > 0) {
            Optional<Shape> joined =
                    before.map(GraphBuilder::dimensions)
                            .flatMap(
                                    sides -> {
                                        sides[0] += more;
                                        return Graph.shape(sides);
                                    });
            stack.reshape(joined);
        }
    }

    /** How many classes a value tells apart, by the table that it is looked up in; or 0. */
    private int width(String value) {
        Optional<Node> maker = graph.maker(value);
        for (int i = 0; i < 4 && maker.isPresent(); i++) {
            if (maker.get().is("Gather")) {
                return graph.constant(maker.get().input(0))
                        .filter(table -> table.isReal(2))
                        .map(table -> table.dimension(1))
                        .filter(classes -> classes <= Pads.MOST)
                        .orElse(0);
            }
            maker = graph.maker(maker.get().input(0));
        }
        return 0;
    }
}
