package org.ganatelier.plan.model;

import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.experiment.layer.Padding;
import org.ganatelier.experiment.layer.Resizing;
import org.ganatelier.experiment.layer.Weighted;
import org.ganatelier.experiment.layer.Windowed;

import java.util.Optional;

/** Layers with one value changed; empty where the layer has no such value. */
public final class Retouch {
    private Retouch() {}

    /** The stride or factor of enlargement, 1 where the layer has none. */
    public static int stride(LayerSpec layer) {
        return layer instanceof Resizing resizing ? resizing.factor() : 1;
    }

    /** With another stride or factor of enlargement. */
    public static Optional<LayerSpec> stride(LayerSpec layer, int stride) {
        return layer instanceof Resizing resizing
                ? Optional.of(resizing.withFactor(stride))
                : Optional.empty();
    }

    /** With another kernel or pooling window. */
    public static Optional<LayerSpec> window(LayerSpec layer, int window) {
        return layer instanceof Windowed windowed
                ? Optional.of(windowed.withWindow(windowed.window().withSize(window)))
                : Optional.empty();
    }

    /** With another padding. */
    public static Optional<LayerSpec> padding(LayerSpec layer, Padding padding) {
        return layer instanceof Windowed windowed
                ? Optional.of(windowed.withWindow(windowed.window().withPadding(padding)))
                : Optional.empty();
    }

    /** With another number of units or filters. */
    public static Optional<LayerSpec> width(LayerSpec layer, int width) {
        return layer instanceof Weighted weighted
                ? Optional.of(weighted.withWidth(width))
                : Optional.empty();
    }

    /** The activation inside a layer, linear included. */
    public static Optional<Activation> activation(LayerSpec layer) {
        return layer instanceof Activated activated
                ? Optional.of(activated.activation())
                : Optional.empty();
    }

    /** With another activation inside. */
    public static Optional<LayerSpec> activation(LayerSpec layer, Activation activation) {
        return layer instanceof Activated activated
                ? Optional.of(activated.withActivation(activation))
                : Optional.empty();
    }
}
