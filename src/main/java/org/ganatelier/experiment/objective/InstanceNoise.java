package org.ganatelier.experiment.objective;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * Normal noise that is added to whatever D sees, real or generated (Sonderby et al. 2016,
 * arXiv:1610.04490), in its turns and in G's.
 *
 * @param deviation standard deviation at the first step, 0 (off) to 10
 * @param steps it falls linearly to nothing within so many, at least 1
 */
public record InstanceNoise(double deviation, long steps) {
    private static final double MOST = 10;

    /** A few minutes of training. */
    private static final long USUAL_STEPS = 10_000;

    /** None. Its steps are what one would begin with. */
    public static final InstanceNoise OFF = new InstanceNoise(0, USUAL_STEPS);

    public InstanceNoise {
        Require.within(Range.between(0, MOST), deviation, Quantity.INSTANCE_NOISE);
        Require.within(Range.atLeast(1), (double) steps, Quantity.INSTANCE_NOISE_STEPS);
    }

    public InstanceNoise withDeviation(double first) {
        return new InstanceNoise(first, steps);
    }

    public InstanceNoise withSteps(long count) {
        return new InstanceNoise(deviation, count);
    }

    /**
     * The standard deviation at a step.
     *
     * @param step steps done so far
     */
    public double at(long step) {
        return deviation * Math.max(0, 1 - (double) step / steps);
    }
}
