package org.ganatelier.experiment.layer;

import org.ganatelier.experiment.basics.Require;

/**
 * Adds normal noise while training.
 *
 * @param deviation standard deviation, 0 to 10
 */
public record GaussianNoise(double deviation) implements LayerSpec, RandomWhileTraining {
    public GaussianNoise {
        Require.that(
                deviation >= 0 && deviation <= 10,
                "GaussianNoise's standard deviation must be between 0 and 10");
    }

    @Override
    public boolean disturbs() {
        return deviation > 0;
    }
}
