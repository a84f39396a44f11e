package org.ganatelier.exchange.model;

import org.ganatelier.experiment.layer.LayerSpec;
import org.ganatelier.plan.model.Problem.Place;

/**
 * What a format cannot express.
 *
 * @param place where in the experiment it stands
 */
public record Obstacle(ModelFormat format, Place place, Lack lack) {
    /** What the format lacks. */
    public sealed interface Lack {
        /** There is no such layer. */
        record Layer(LayerSpec layer) implements Lack {}

        /**
         * The layer cannot have this setting as it is.
         *
         * @param field its name in the layer's record, such as "spectralNorm"
         */
        record Setting(LayerSpec layer, String field) implements Lack {}

        /** It is nothing but weights, and nobody has trained any. */
        record Untrained() implements Lack {}

        /** It has no way to give values this new shape where the layer stands. */
        record Reordering(LayerSpec layer) implements Lack {}
    }
}
