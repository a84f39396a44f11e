package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * Layer normalization (Ba et al. 2016): over all values of a sample, with a gain and a bias per
 * channel of an image or per value of a vector, and an activation applied to the result.
 *
 * @param epsilon added to the variance, above 0
 */
public record LayerNorm(double epsilon, Activation activation) implements LayerSpec, Activated {
    public LayerNorm {
        Require.within(Range.inside(0, 1), epsilon, Quantity.EPSILON, "LayerNorm");
    }

    @Override
    public LayerNorm withActivation(Activation other) {
        return new LayerNorm(epsilon, other);
    }
}
