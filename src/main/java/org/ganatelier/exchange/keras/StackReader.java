package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.hdf.HdfArray;
import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.Imported;
import org.ganatelier.exchange.model.ImportedSettings;
import org.ganatelier.exchange.model.ImportedStack;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.exchange.model.Remark.Source;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.NetworkPlan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a stack of a file's layers and weights. Owned by one thread. */
final class StackReader {
    /** Numbers that nobody minds memory for. */
    private static final long LITTLE = 1 << 20;

    private final KerasGraph graph;
    private final WeightReader weights;
    private final List<Remark> remarks = new ArrayList<>();

    StackReader(KerasGraph graph, WeightReader weights) {
        this.graph = graph;
        this.weights = weights;
    }

    Imported read() throws ImportException {
        Trunk trunk = Trunk.of(graph);
        if (trunk.chain().isEmpty()) {
            return new Imported(List.of(), trunk.remarks());
        }
        Optional<Shape> input = KerasShapes.ofInput(trunk.chain().getFirst());
        var chain =
                new ChainReader(
                        trunk.chain(), input.flatMap(shape -> joined(shape, trunk.joined())));
        chain.read();
        remarks.addAll(trunk.remarks());
        remarks.addAll(chain.remarks());
        List<ChainReader.Part> parts = chain.parts();
        if (parts.isEmpty()) {
            return new Imported(List.of(), remarks);
        }
        Optional<NetworkPlan> plan = chain.plan();
        List<Map<String, float[]>> arrays =
                plan.isPresent() && trunk.whole() && chain.isWhole()
                        ? arrays(parts, plan.get().layers(), trunk)
                        : parts.stream().map(_ -> Map.<String, float[]>of()).toList();
        return new Imported(
                List.of(
                        new ImportedStack(
                                graph.name(),
                                input,
                                parts.stream().map(ChainReader.Part::spec).toList(),
                                arrays)),
                told(trunk),
                remarks);
    }

    private static ImportedSettings told(Trunk trunk) {
        return new ImportedSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                trunk.told(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Shape> joined(Shape shape, int classes) {
        long units = shape.size() + classes;
        return switch (shape) {
            case Shape.Flat _ when units > Integer.MAX_VALUE -> Optional.empty();
            case Shape.Flat _ -> Optional.of(new Shape.Flat((int) units));
            case Shape.Image(int height, int width, int channels) -> {
                long all = (long) channels + classes;
                yield all > Integer.MAX_VALUE
                        ? Optional.empty()
                        : Optional.of(new Shape.Image(height, width, (int) all));
            }
        };
    }

    private void remark(GraphNode node, Fact fact) {
        remarks.add(new Remark(new Source.Named(node.name()), fact));
    }

    private List<Map<String, float[]>> arrays(
            List<ChainReader.Part> parts, List<LayerPlan> plans, Trunk trunk)
            throws ImportException {
        List<FlatOrders.Step> steps =
                FlatOrders.read(plans, parts.stream().map(ChainReader.Part::moved).toList());
        var all = new ArrayList<Map<String, float[]>>();
        boolean weighted = false;
        for (int i = 0; i < parts.size(); i++) {
            GraphNode node = parts.get(i).weights();
            if (!steps.get(i).fits()) {
                remark(node, new Fact.Reordered(node.title()));
                if (weighted) {
                    // What comes behind was trained on values in another order.
                    return parts.stream().map(_ -> Map.<String, float[]>of()).toList();
                }
            }
            weighted |= !plans.get(i).parameters().isEmpty();
            boolean last = i == parts.size() - 1;
            Optional<GraphNode> embedding = last ? trunk.embedding() : Optional.empty();
            all.add(arrays(node, plans.get(i), steps.get(i), embedding));
        }
        return all;
    }

    /** A layer's arrays in our names and axes; none where one is missing or of another size. */
    private Map<String, float[]> arrays(
            GraphNode node, LayerPlan plan, FlatOrders.Step step, Optional<GraphNode> embedding)
            throws ImportException {
        List<HdfArray> found = weights.arrays(node);
        if (plan.parameters().isEmpty() || weights.equals(WeightReader.NONE)) {
            return Map.of();
        }
        if (isFarLarger(plan, found)) {
            remark(node, new Fact.Unweighted(node.title()));
            return Map.of();
        }
        List<Places> places = Places.of(plan, step);
        var arrays = new HashMap<String, float[]>();
        int next = 0;
        for (Places place : places) {
            Optional<float[]> absent = absent(node, place);
            if (absent.isPresent()) {
                arrays.put(place.ours(), absent.get());
                continue;
            }
            Optional<float[]> array =
                    next < found.size() ? fitted(found.get(next), place) : Optional.empty();
            next++;
            if (array.isEmpty()) {
                remark(node, new Fact.Unweighted(node.title()));
                return Map.of();
            }
            arrays.put(place.ours(), place.ours(array.get()));
        }
        if (embedding.isPresent()) {
            embed(embedding.get(), plan, step, arrays);
        }
        return arrays;
    }

    /** Whether memory would be taken for numbers that the file does not have. */
    private static boolean isFarLarger(LayerPlan plan, List<HdfArray> found) {
        long there = found.stream().mapToLong(array -> array.values().length).sum();
        return plan.parameterCount() > 2 * there + LITTLE;
    }

    /** What a normalization without a gain or a bias has in their place. */
    private static Optional<float[]> absent(GraphNode node, Places place) {
        boolean gain = place.ours().equals("gamma");
        boolean bias = place.ours().equals("beta");
        if ((gain && !node.truth("scale", true)) || (bias && !node.truth("center", true))) {
            var values = new float[place.places().length];
            Arrays.fill(values, gain ? 1 : 0);
            return Optional.of(values);
        }
        return Optional.empty();
    }

    /** The values where the shape is right, or says the same for all pixels of each channel. */
    private static Optional<float[]> fitted(HdfArray array, Places place) {
        if (array.shape().equals(place.shape())) {
            return Optional.of(array.values());
        }
        int channels = place.places().length;
        boolean spread =
                array.shape().size() == 3
                        && place.shape().size() == 1
                        && array.shape().getLast() == channels;
        if (!spread) {
            return Optional.empty();
        }
        float[] first = Arrays.copyOf(array.values(), channels);
        for (int i = 0; i < array.values().length; i++) {
            if (array.values()[i] != first[i % channels]) {
                return Optional.empty();
            }
        }
        return Optional.of(first);
    }

    private void embed(
            GraphNode node, LayerPlan plan, FlatOrders.Step step, Map<String, float[]> arrays)
            throws ImportException {
        List<HdfArray> found = weights.arrays(node);
        int features = Math.toIntExact(plan.input().orElseThrow().size());
        if (found.size() != 1
                || found.getFirst().shape().size() != 2
                || found.getFirst().shape().get(1) != features) {
            remark(node, new Fact.Unweighted(node.title()));
            return;
        }
        int classes = found.getFirst().shape().getFirst();
        int[] columns = step.in().places(features);
        var values = new float[classes * features];
        for (int i = 0; i < values.length; i++) {
            int row = i / features * features;
            values[row + columns[i % features]] = found.getFirst().values()[i];
        }
        arrays.put(Places.EMBEDDING, values);
    }
}
