package org.ganatelier.train;

import org.ganatelier.plan.model.ParameterPlan;

import java.util.List;
import java.util.Optional;

/**
 * All numbers of a layer.
 *
 * @param arrays in the order of the plan; empty for a layer that has none
 */
public record LayerWeights(List<Named> arrays) {
    /**
     * One of its arrays. It is not copied: whoever makes an instance hands it over.
     *
     * @param values in the order of the plan's shape, the slowest dimension first
     */
    public record Named(ParameterPlan plan, float[] values) {}

    public LayerWeights {
        arrays = List.copyOf(arrays);
    }

    /** The first of the trained arrays that have more than one dimension. */
    public Optional<Named> kernel() {
        return arrays.stream().filter(each -> each.plan().isKernel()).findFirst();
    }
}
