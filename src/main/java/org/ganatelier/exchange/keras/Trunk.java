package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.exchange.model.Remark.Source;
import org.ganatelier.experiment.Conditioning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The one way through a graph of layers that a stack can have: from the samples to the output.
 * Where a second input comes in, the labels, it is passed over and told.
 *
 * @param chain the input's layer first, where it is said
 * @param joined classes that are joined to the input as here; 0 of none
 * @param embedding of a projection as here
 * @param told how labels are told; empty where none are
 * @param whole whether nothing of the graph was passed over that the weights need
 */
record Trunk(
        List<GraphNode> chain,
        int joined,
        Optional<GraphNode> embedding,
        Optional<Conditioning> told,
        boolean whole,
        List<Remark> remarks) {
    /** Minibatch standard deviation is a bundle of operations, which count as this one layer. */
    static final String DEVIATION = "MinibatchStdDev";

    private static final Set<String> JOINS = Set.of("Concatenate", "Multiply", "Add", "Dot");

    Trunk {
        chain = List.copyOf(chain);
        remarks = List.copyOf(remarks);
    }

    static Trunk of(KerasGraph graph) {
        return new Walk(graph).walk();
    }

    private static final class Walk {
        private final KerasGraph graph;
        private final List<GraphNode> chain = new ArrayList<>();
        private final List<Remark> remarks = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private int joined;
        private Optional<GraphNode> embedding = Optional.empty();
        private boolean whole = true;

        /** Whether the network is told labels, beside its input or in the end. */
        private boolean beside;

        private boolean projected;

        Walk(KerasGraph graph) {
            this.graph = graph;
        }

        Trunk walk() {
            Optional<GraphNode> now = graph.node(graph.output());
            while (now.isPresent() && seen.add(now.get().name())) {
                GraphNode node = now.get();
                now = node.inputs().size() > 1 ? join(node) : alone(node);
            }
            Optional<Conditioning> told =
                    projected
                            ? Optional.of(Conditioning.PROJECTION)
                            : beside ? Optional.of(Conditioning.CHANNELS) : Optional.empty();
            return new Trunk(chain.reversed(), joined, embedding, told, whole, remarks.reversed());
        }

        private Optional<GraphNode> alone(GraphNode node) {
            chain.add(node);
            return graph.before(node);
        }

        private Optional<GraphNode> join(GraphNode node) {
            Optional<GraphNode> first = graph.node(node.inputs().get(0));
            Optional<GraphNode> second = graph.node(node.inputs().get(1));
            if (first.isEmpty() || second.isEmpty() || !JOINS.contains(node.className())) {
                chain.add(node);
                whole = false;
                remark(node, new Fact.Trunk(node.title()));
                return first;
            }
            Optional<GraphNode> score = projection(node, first.get(), second.get());
            if (score.isPresent()) {
                return score;
            }
            if (second.get().operation() && second.get().className().equals("Tile")) {
                chain.add(deviation(node, second.get()));
                return first;
            }
            boolean swapped = isLabel(first.get()) && !isLabel(second.get());
            GraphNode trunk = swapped ? second.get() : first.get();
            GraphNode label = swapped ? first.get() : second.get();
            joined(node, trunk, label);
            return Optional.of(trunk);
        }

        /** The repeats of the tile begin with the size of a group. */
        private static GraphNode deviation(GraphNode node, GraphNode tile) {
            return new GraphNode(DEVIATION, node.name(), tile.config(), node.inputs(), true);
        }

        /** Add(score, Dot(embedding of the label, what goes into the score)), in any order. */
        private Optional<GraphNode> projection(GraphNode node, GraphNode a, GraphNode b) {
            GraphNode score = b.className().equals("Dot") ? a : b;
            GraphNode dot = b.className().equals("Dot") ? b : a;
            if (!node.className().equals("Add")
                    || !dot.className().equals("Dot")
                    || dot.inputs().size() != 2
                    || score.inputs().size() != 1) {
                return Optional.empty();
            }
            String phi = score.inputs().getFirst();
            boolean swapped = dot.inputs().getFirst().equals(phi);
            Optional<GraphNode> vector = graph.node(dot.inputs().get(swapped ? 1 : 0));
            if (vector.isEmpty() || !dot.inputs().contains(phi)) {
                return Optional.empty();
            }
            boolean known =
                    vector.get().className().equals("Dense")
                            && !vector.get().truth("use_bias", true)
                            && graph.before(vector.get()).filter(GraphNode::isInput).isPresent();
            if (known) {
                embedding = vector;
            } else {
                whole = false;
            }
            projected = true;
            remark(node, new Fact.LabelsProjected(node.title()));
            return Optional.of(score);
        }

        /** As here where the input itself and the one-hot label, or planes of it, are joined. */
        private void joined(GraphNode node, GraphNode trunk, GraphNode label) {
            int classes = classes(label);
            boolean asHere =
                    node.className().equals("Concatenate")
                            && trunk.isInput()
                            && node.inputs().size() == 2
                            && node.inputs().getFirst().equals(trunk.name())
                            && isPlain(label);
            if (asHere) {
                joined = classes;
            } else {
                whole = false;
            }
            if (node.className().equals("Concatenate") && trunk.isInput()) {
                beside = true;
                remark(node, new Fact.LabelsJoined(node.title()));
            } else if (node.className().equals("Multiply")) {
                beside = true;
                remark(node, new Fact.LabelsMultiplied(node.title()));
            } else {
                remark(node, new Fact.Trunk(node.title()));
            }
        }

        private void remark(GraphNode node, Fact fact) {
            remarks.add(new Remark(new Source.Named(node.name()), fact));
        }

        /** The layers that a branch comes from, itself first. */
        private Set<GraphNode> branch(GraphNode from) {
            var branch = new LinkedHashSet<GraphNode>();
            Optional<GraphNode> now = Optional.of(from);
            while (now.isPresent() && branch.add(now.get())) {
                now = graph.before(now.get());
            }
            return branch;
        }

        private boolean isPlain(GraphNode label) {
            return branch(label).stream()
                    .allMatch(
                            node ->
                                    node.isInput()
                                            || node.className().equals("Reshape")
                                            || node.className().equals("UpSampling2D"));
        }

        private boolean isLabel(GraphNode from) {
            return branch(from).stream()
                    .anyMatch(
                            node ->
                                    node.className().equals("Embedding")
                                            || (node.isInput()
                                                    && hasLabelsName(
                                                            node.name().toLowerCase(Locale.ROOT))));
        }

        private static boolean hasLabelsName(String name) {
            return name.contains("label")
                    || name.contains("class")
                    || name.contains("cond")
                    || name.equals("y");
        }

        /** How many classes a branch of labels knows; 0 where that is not said. */
        private int classes(GraphNode from) {
            for (GraphNode node : branch(from)) {
                if (node.className().equals("Embedding")) {
                    return (int) node.number("input_dim", 0);
                }
                if (node.isInput()) {
                    int size = KerasShapes.ofInput(node).map(s -> (int) s.size()).orElse(0);
                    return size > 1 ? size : 0;
                }
            }
            return 0;
        }
    }
}
