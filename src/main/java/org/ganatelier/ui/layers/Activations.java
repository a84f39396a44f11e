package org.ganatelier.ui.layers;

import org.ganatelier.experiment.layer.Activated;
import org.ganatelier.experiment.layer.Activation;
import org.ganatelier.experiment.layer.LayerSpec;

import java.util.List;

/** Activations as the user meets them. */
public final class Activations {
    private Activations() {}

    /** One of each with its usual values, but this one, as it is, in its own place. */
    static List<Activation> allWith(Activation now) {
        return Activation.kinds().stream()
                .map(kind -> kind.equals(now.kind()) ? now : kind.usual())
                .toList();
    }

    /** What a layer's values have gone through when they leave it. */
    static Activation after(LayerSpec layer) {
        return layer instanceof Activated activated
                ? activated.activation()
                : new Activation.Linear();
    }

    static boolean isLinear(Activation activation) {
        return activation instanceof Activation.Linear;
    }
}
