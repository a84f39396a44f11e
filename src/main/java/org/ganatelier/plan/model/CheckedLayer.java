package org.ganatelier.plan.model;

import org.ganatelier.experiment.layer.LayerSpec;

import java.util.List;

/**
 * A layer judged by itself and by what comes in.
 *
 * @param out what it gives or, where it is broken, was meant to give
 * @param violations what is wrong with it
 */
public record CheckedLayer(
        LayerSpec layer,
        PartialShape in,
        PartialShape out,
        List<ParameterPlan> parameters,
        List<Violation> violations) {
    /** How many numbers the parameters have, at most {@link Long#MAX_VALUE}. */
    public long parameterCount() {
        return ParameterPlan.count(parameters);
    }

    /** For the window. */
    public LayerPlan plan() {
        return new LayerPlan(layer, in.known(), out.known(), parameters);
    }
}
