package org.ganatelier.exchange.model;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.LayerSpec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stack of layers that another framework's file or code describes.
 *
 * @param name what it is called there; may be empty
 * @param input of one sample, where it is said; an image as height, width, channels
 * @param layers in this program's words
 * @param arrays one for each layer, in this program's names and axes: see {@link PortableLayer};
 *     each empty where there are no weights
 */
public record ImportedStack(
        String name,
        Optional<Shape> input,
        List<LayerSpec> layers,
        List<Map<String, float[]>> arrays) {
    public ImportedStack {
        layers = List.copyOf(layers);
        arrays = List.copyOf(arrays);
        if (arrays.size() != layers.size()) {
            throw new IllegalArgumentException(
                    layers.size() + " layers need as many maps of arrays, not " + arrays.size());
        }
    }

    /** A stack without weights. */
    public static ImportedStack of(String name, Optional<Shape> input, List<LayerSpec> layers) {
        return new ImportedStack(
                name, input, layers, layers.stream().map(_ -> Map.<String, float[]>of()).toList());
    }

    /** Whether it has weights. */
    public boolean isTrained() {
        return arrays.stream().anyMatch(each -> !each.isEmpty());
    }
}
