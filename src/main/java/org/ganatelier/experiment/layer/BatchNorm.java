package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
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
        Require.within(Range.between(0, 1), momentum, Quantity.MOMENTUM, "BatchNorm");
        Require.within(Range.inside(0, 1), epsilon, Quantity.EPSILON, "BatchNorm");
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
