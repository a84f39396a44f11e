package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Require;

/**
 * Batch normalization (Ioffe and Szegedy 2015), per channel of an image or per value of a vector,
 * with an activation applied to the result.
 *
 * @param momentum share of the old running statistics kept at each step, 0 to 1 (Keras 0.99;
 *     PyTorch's momentum is 1 minus this)
 * @param epsilon added to the variance, above 0
 */
public record BatchNorm(double momentum, double epsilon, Activation activation)
        implements LayerSpec, Activated, MixesSamples {
    public BatchNorm {
        Require.that(
                momentum >= 0 && momentum <= 1, "BatchNorm's momentum must be between 0 and 1");
        Require.that(epsilon > 0 && epsilon < 1, "BatchNorm's epsilon must be above 0 and below 1");
    }

    @Override
    public BatchNorm withActivation(Activation other) {
        return new BatchNorm(momentum, epsilon, other);
    }

    @Override
    public boolean mixesWhenTrained() {
        return false;
    }
}
