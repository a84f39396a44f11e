package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.exchange.model.Remark.Source;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Flatten;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.PixelShuffle;
import org.ganatelier.experiment.layer.Reshape;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.NetworkPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a chain of layers, several of which may be one here. Owned by one thread. */
final class ChainReader {
    private static final List<Integer> TO_LAST = List.of(2, 3, 1);
    private static final List<Integer> TO_FIRST = List.of(3, 1, 2);
    private static final List<Integer> SHUFFLE = List.of(1, 4, 2, 5, 3);

    /**
     * A layer that was read.
     *
     * @param weights whose it has
     * @param moved whether the file moves the values into or from our order here
     */
    record Part(LayerSpec spec, GraphNode weights, boolean moved) {}

    private final List<GraphNode> chain;
    private final Optional<Shape> input;
    private final List<Part> parts = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private boolean whole = true;

    /**
     * @param input of the chain, labels that are joined to it included
     */
    ChainReader(List<GraphNode> chain, Optional<Shape> input) {
        this.chain = chain.stream().filter(node -> !node.isInput()).toList();
        this.input = input;
    }

    List<Part> parts() {
        return parts;
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** Whether no layer was left out. */
    boolean isWhole() {
        return whole;
    }

    void read() {
        int i = 0;
        while (i < chain.size()) {
            int pattern = pattern(i);
            if (pattern == 0) {
                plain(chain.get(i));
            }
            i += Math.max(pattern, 1);
        }
    }

    /** The layers so far with their shapes; empty where they do not fit. */
    Optional<NetworkPlan> plan() {
        if (input.isEmpty() || parts.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<LayerSpec> specs = parts.stream().map(Part::spec).toList();
            return Optional.of(
                    Planner.network(input.get(), NetworkSpec.of(specs.toArray(LayerSpec[]::new))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Shape> now() {
        return parts.isEmpty() ? input : plan().flatMap(NetworkPlan::output);
    }

    private void plain(GraphNode node) {
        var reader = new LayerReader(node, now());
        Optional<LayerSpec> spec = reader.read();
        reader.facts().forEach(fact -> remark(node, fact));
        if (spec.isEmpty()) {
            whole = false;
        } else if (!isOwned(node, spec.get())) {
            add(node, spec.get(), false, node.title());
        }
    }

    private void add(GraphNode node, LayerSpec spec, boolean moved, String title) {
        parts.add(new Part(spec, node, moved));
        remark(node, new Fact.Became(title, List.of(spec)));
    }

    private void remark(GraphNode node, Fact fact) {
        remarks.add(new Remark(new Source.Named(node.name()), fact));
    }

    /** Whether the layer is one that belongs to the last one by its name, and puts it there. */
    private boolean isOwned(GraphNode node, LayerSpec spec) {
        if (parts.isEmpty()) {
            return false;
        }
        Part last = parts.getLast();
        if (spec instanceof Activated own
                && node.name().equals(last.weights().name() + KerasNames.ACTIVATION)
                && last.spec() instanceof Activated owner
                && owner.activation() instanceof Activation.Linear) {
            replace(last, owner.withActivation(own.activation()));
            return true;
        }
        return false;
    }

    private void replace(Part last, LayerSpec spec) {
        parts.set(parts.size() - 1, new Part(spec, last.weights(), last.moved()));
        remarks.removeIf(
                remark ->
                        remark.source().equals(new Source.Named(last.weights().name()))
                                && remark.fact() instanceof Fact.Became);
        remark(last.weights(), new Fact.Became(last.weights().title(), List.of(spec)));
    }

    private boolean is(int index, String className) {
        return index < chain.size() && chain.get(index).className().equals(className);
    }

    private boolean permutes(int index, List<Integer> dims) {
        return is(index, "Permute") && numbers(index, "dims").equals(dims);
    }

    private List<Integer> numbers(int index, String key) {
        return KerasShapes.numbers(chain.get(index).config().path(key));
    }

    /** How many layers from here on are one here, which is added then; 0 where that is not so. */
    private int pattern(int i) {
        int borders =
                new PaddedReader(chain, i, now())
                        .read()
                        .map(
                                found -> {
                                    add(found.node(), found.spec(), false, found.title());
                                    return found.layers();
                                })
                        .orElse(0);
        if (borders > 0) {
            return borders;
        }
        if (permutes(i, TO_FIRST)) {
            return movedToFlat(i);
        }
        if (is(i, "Reshape") && permutes(i + 1, TO_LAST)) {
            return movedToImage(i, i);
        }
        return is(i, "Reshape") && permutes(i + 1, SHUFFLE) && is(i + 2, "Reshape")
                ? shuffle(i)
                : 0;
    }

    private int movedToFlat(int i) {
        if (is(i + 1, "Flatten")) {
            add(chain.get(i + 1), new Flatten(), true, "Permute, Flatten");
            return 2;
        }
        if (is(i + 1, "Reshape") && permutes(i + 2, TO_LAST)) {
            int layers = movedToImage(i + 1, i);
            return layers == 0 ? 0 : layers + 1;
        }
        if (is(i + 1, "Reshape") && numbers(i + 1, "target_shape").size() == 1) {
            int units = numbers(i + 1, "target_shape").getFirst();
            if (units > 0) {
                Reshape reshape = new Reshape(new Shape.Flat(units));
                add(chain.get(i + 1), reshape, true, "Permute, Reshape");
                return 2;
            }
        }
        return 0;
    }

    private int movedToImage(int i, int first) {
        List<Integer> sizes = numbers(i, "target_shape");
        if (sizes.size() != 3 || sizes.stream().anyMatch(size -> size < 1)) {
            return 0;
        }
        var image = new Shape.Image(sizes.get(1), sizes.get(2), sizes.get(0));
        String title = first == i ? "Reshape, Permute" : "Permute, Reshape, Permute";
        add(chain.get(i), new Reshape(image), true, title);
        return 2;
    }

    private int shuffle(int i) {
        List<Integer> sizes = numbers(i, "target_shape");
        boolean square = sizes.size() == 5 && sizes.get(3) > 0 && sizes.get(3).equals(sizes.get(4));
        List<Integer> made = numbers(i + 2, "target_shape");
        if (!square
                || !made.equals(
                        List.of(
                                sizes.get(0) * sizes.get(3),
                                sizes.get(1) * sizes.get(3),
                                sizes.get(2)))) {
            return 0;
        }
        add(chain.get(i), new PixelShuffle(sizes.get(3)), false, "Reshape, Permute, Reshape");
        return 3;
    }
}
