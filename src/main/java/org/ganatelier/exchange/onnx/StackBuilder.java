package org.ganatelier.exchange.onnx;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;
import org.ganatelier.exchange.model.ImportedStack;
import org.ganatelier.exchange.model.Remark;
import org.ganatelier.exchange.model.Remark.Fact;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.Activate;
import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.Dense;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.LayerPlan;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.ParameterPlan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stack that grows layer by layer while its file is read. Owned by one thread. */
final class StackBuilder {
    /** What this program's own files call the nodes of one layer. */
    private static final Pattern OURS = Pattern.compile("layers\\.\\d{1,4}(?=\\.)");

    private final List<LayerSpec> layers = new ArrayList<>();
    private final List<Map<String, float[]>> arrays = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private Optional<Shape> input = Optional.empty();
    private Optional<Shape> shape = Optional.empty();
    private String scope = "";

    /** Begins with a sample of this shape, where it is known. */
    void begin(Optional<Shape> sample) {
        input = sample;
        shape = sample;
    }

    /** What reaches the end so far; empty where that is not known. */
    Optional<Shape> shape() {
        return shape;
    }

    Optional<Shape.Image> image() {
        return shape.filter(Shape.Image.class::isInstance).map(Shape.Image.class::cast);
    }

    /** Whether a vector reaches the end, as far as is known. */
    boolean isFlat() {
        return shape.filter(Shape.Flat.class::isInstance).isPresent();
    }

    boolean isEmpty() {
        return layers.isEmpty();
    }

    Optional<LayerSpec> last() {
        return layers.isEmpty() ? Optional.empty() : Optional.of(layers.getLast());
    }

    /** Where a node is known to be of another layer than the one before. */
    boolean beginsAnother(Node node) {
        String found = scope(node);
        return !found.isEmpty() && !found.equals(scope);
    }

    private static String scope(Node node) {
        Matcher matcher = OURS.matcher(node.name());
        return matcher.lookingAt() ? matcher.group() : "";
    }

    /** Whether another program wrote the node. */
    static boolean isForeign(Node node) {
        return scope(node).isEmpty();
    }

    /** Adds a layer that a node became. */
    void add(Node node, LayerSpec layer, Map<String, float[]> numbers) throws ImportException {
        if (layers.size() == Limits.LAYERS * 4) {
            throw new ImportException(
                    new Refusal.TooLarge("layer", layers.size() + 1L, Limits.LAYERS * 4L));
        }
        Optional<LayerPlan> plan = shape.flatMap(in -> plan(in, layer));
        if (plan.isPresent() && !numbers.isEmpty()) {
            require(plan.get(), numbers, node);
        }
        shape = plan.flatMap(LayerPlan::output).or(() -> byItself(layer));
        layers.add(layer);
        arrays.add(new HashMap<>(numbers));
        scope = scope(node);
        remark(node, new Fact.Became(node.operator(), List.of(layer)));
    }

    void add(Node node, LayerSpec layer) throws ImportException {
        add(node, layer, Map.of());
    }

    private static Optional<LayerPlan> plan(Shape in, LayerSpec layer) {
        try {
            return Optional.of(Planner.network(in, NetworkSpec.of(layer)).layers().getFirst());
        } catch (IllegalArgumentException e) {
            // It does not fit: whoever sees the stack is told.
            return Optional.empty();
        }
    }

    /** What a layer gives whatever comes in. */
    private static Optional<Shape> byItself(LayerSpec layer) {
        return layer instanceof Dense dense
                ? Optional.of(new Shape.Flat(dense.units()))
                : Optional.empty();
    }

    private static void require(LayerPlan plan, Map<String, float[]> numbers, Node node)
            throws ImportException {
        for (ParameterPlan parameter : plan.parameters()) {
            float[] found = numbers.get(parameter.name());
            if (found == null || found.length != parameter.count()) {
                throw new ImportException(new Refusal.Damaged(OnnxFile.FORMAT, node.name()));
            }
        }
    }

    /** Bends what the last layer gives, inside it where it has room for that. */
    void bend(Node node, Activation activation) throws ImportException {
        if (!layers.isEmpty()
                && !beginsAnother(node)
                && layers.getLast() instanceof Activated open
                && open.activation() instanceof Activation.Linear) {
            replaceLast(node, open.withActivation(activation), Map.of());
        } else {
            add(node, new Activate(activation));
        }
    }

    /** Puts another layer of the same shapes in place of the last, with more numbers. */
    void replaceLast(Node node, LayerSpec layer, Map<String, float[]> more) {
        layers.set(layers.size() - 1, layer);
        arrays.getLast().putAll(more);
        remark(node, new Fact.Became(node.operator(), List.of(layer)));
    }

    int size() {
        return layers.size();
    }

    LayerSpec layer(int index) {
        return layers.get(index);
    }

    /** The numbers of a layer, to be changed. */
    Map<String, float[]> numbers(int index) {
        return arrays.get(index);
    }

    /** Puts another layer in place of the last, that gives another shape. */
    void replaceShape(LayerSpec layer, Shape given) {
        layers.set(layers.size() - 1, layer);
        shape = Optional.of(given);
    }

    /** Leaves out what is not known here; what comes out of it has the same shape, or any. */
    void unknown(Node node, boolean sameShape) {
        remark(node, new Fact.Unknown(node.operator()));
        shape = sameShape ? shape : Optional.empty();
    }

    /** Leaves out a layer that cannot have this argument. */
    void unable(Node node, String argument, String value) {
        remark(node, new Fact.Unable(node.operator(), argument, value));
        shape = Optional.empty();
    }

    /** Passes over what does nothing here. */
    void pass(Node node, String argument) {
        remark(node, new Fact.Passed(node.operator(), argument));
    }

    void remark(Node node, Fact fact) {
        remarks.add(new Remark(new Remark.Source.Named(node.name()), fact));
    }

    /** Says that what reaches the end has another shape than was known. */
    void reshape(Optional<Shape> other) {
        if (layers.isEmpty()) {
            input = other;
        }
        shape = other;
    }

    ImportedStack stack(String name) {
        return new ImportedStack(name, input, layers, arrays);
    }

    List<Remark> remarks() {
        return remarks;
    }
}
