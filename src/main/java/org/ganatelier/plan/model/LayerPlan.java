package org.ganatelier.plan.model;

import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.layer.LayerSpec;

import java.util.List;
import java.util.Optional;

/**
 * A layer with what goes in and comes out.
 *
 * @param input shape of a sample coming in; empty where an earlier problem leaves it unknown
 * @param output shape of a sample going out, or that the layer was meant to give; empty where it is
 *     unknown
 * @param parameters trained values and running statistics, as far as they are known
 */
public record LayerPlan(
        LayerSpec layer,
        Optional<Shape> input,
        Optional<Shape> output,
        List<ParameterPlan> parameters) {
    public LayerPlan {
        parameters = List.copyOf(parameters);
    }

    /** How many numbers the parameters have, at most {@link Long#MAX_VALUE}. */
    public long parameterCount() {
        return ParameterPlan.count(parameters);
    }
}
