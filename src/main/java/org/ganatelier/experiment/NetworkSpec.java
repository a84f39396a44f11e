package org.ganatelier.experiment;

import org.ganatelier.experiment.layer.LayerSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A stack of layers, first to last, and how their weights are drawn. An empty stack is allowed: it
 * is where a user starts.
 */
public record NetworkSpec(List<LayerSpec> layers, Initialization initialization) {
    public NetworkSpec {
        layers = List.copyOf(layers);
    }

    /** A network of these layers, initialized as Keras does. */
    public static NetworkSpec of(LayerSpec... layers) {
        return new NetworkSpec(List.of(layers), Initialization.GLOROT_UNIFORM);
    }

    /** With other layers. */
    public NetworkSpec withLayers(List<LayerSpec> others) {
        return new NetworkSpec(others, initialization);
    }

    public NetworkSpec withInitialization(Initialization other) {
        return new NetworkSpec(layers, other);
    }

    /** With a layer put in front of the one at {@code index}; {@code index == size} appends. */
    public NetworkSpec withInserted(int index, LayerSpec layer) {
        return changed(list -> list.add(index, layer));
    }

    /** With another layer at {@code index}. */
    public NetworkSpec withReplaced(int index, LayerSpec layer) {
        return changed(list -> list.set(index, layer));
    }

    /** Without the layer at {@code index}. */
    public NetworkSpec without(int index) {
        return changed(list -> list.remove(index));
    }

    /** With the layer at {@code from} taken out and put back so that it ends at {@code to}. */
    public NetworkSpec withMoved(int from, int to) {
        return changed(list -> list.add(to, list.remove(from)));
    }

    private NetworkSpec changed(Consumer<List<LayerSpec>> change) {
        var list = new ArrayList<>(layers);
        change.accept(list);
        return withLayers(list);
    }
}
