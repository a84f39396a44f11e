package org.ganatelier.plan.model;

import java.util.Arrays;
import java.util.List;

/**
 * An array of numbers that belongs to a layer: counted, checked against the engine's, and saved by
 * this.
 *
 * @param name within its layer, as in a checkpoint: "weight", "bias", "gamma", "beta", "mean",
 *     "variance", "slope", "embedding", "depthwise_kernel", "pointwise_kernel", "u" of spectral
 *     normalization
 * @param shape its lengths, the slowest dimension first
 * @param trained false for running statistics, which no optimizer touches
 */
public record ParameterPlan(String name, List<Long> shape, Axes axes, boolean trained) {
    public ParameterPlan {
        shape = List.copyOf(shape);
    }

    /** Numbers that an optimizer updates. */
    public static ParameterPlan trained(String name, Axes axes, long... shape) {
        return new ParameterPlan(name, Arrays.stream(shape).boxed().toList(), axes, true);
    }

    /** Statistics of a layer, one for each channel. */
    public static ParameterPlan running(String name, long channels) {
        return new ParameterPlan(name, List.of(channels), Axes.CHANNELS, false);
    }

    /** Whether values are multiplied by it that come from several places: no bias, no scale. */
    public boolean isKernel() {
        return trained && shape.size() > 1;
    }

    /** How many numbers, at most {@link Long#MAX_VALUE}. */
    public long count() {
        return Count.product(shape.stream().mapToLong(Long::longValue).toArray());
    }

    /** How many numbers several have, at most {@link Long#MAX_VALUE}. */
    static long count(List<ParameterPlan> parameters) {
        return Count.sum(parameters.stream().mapToLong(ParameterPlan::count).toArray());
    }
}
