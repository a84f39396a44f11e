package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * Adds normal noise while training.
 *
 * @param deviation standard deviation, 0 to 10
 */
public record GaussianNoise(double deviation) implements LayerSpec, RandomWhileTraining {
    public GaussianNoise {
        Require.within(Range.between(0, 10), deviation, Quantity.DEVIATION, "GaussianNoise");
    }

    @Override
    public boolean disturbs() {
        return deviation > 0;
    }
}
