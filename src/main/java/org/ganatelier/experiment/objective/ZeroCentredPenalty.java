package org.ganatelier.experiment.objective;

import org.ganatelier.experiment.basics.Quantity;
import org.ganatelier.experiment.basics.Range;
import org.ganatelier.experiment.basics.Require;

/**
 * A penalty gamma/2 * |ds/dx|^2 on the gradient of D's score (Mescheder et al. 2018,
 * arXiv:1801.04406): R1 at real images, R2 at generated ones.
 *
 * @param gamma its weight, 0 (off) to 1000
 * @param interval it is computed at every so many of D's updates only, and weighs as many times as
 *     much there (Karras et al. 2019, arXiv:1912.04958, section 3.1); 1 to 1000
 */
public record ZeroCentredPenalty(double gamma, int interval) {
    private static final double MOST_GAMMA = 1000;
    private static final int MOST_INTERVAL = 1000;

    /** As in Karras et al. 2019. */
    private static final int USUAL_INTERVAL = 16;

    /** None. Its interval is what one would begin with. */
    public static final ZeroCentredPenalty OFF = new ZeroCentredPenalty(0, USUAL_INTERVAL);

    /** Names the penalty where a value of it is refused. */
    static void check(String name, ZeroCentredPenalty penalty) {
        Require.within(Range.between(0, MOST_GAMMA), penalty.gamma, Quantity.PENALTY, name);
        Require.within(
                Range.between(1, MOST_INTERVAL), penalty.interval, Quantity.PENALTY_INTERVAL, name);
    }

    public ZeroCentredPenalty withGamma(double weight) {
        return new ZeroCentredPenalty(weight, interval);
    }

    public ZeroCentredPenalty withInterval(int updates) {
        return new ZeroCentredPenalty(gamma, updates);
    }

    /** Whether there is one at all. */
    public boolean isOn() {
        return gamma > 0;
    }

    /**
     * Whether it is computed in an update.
     *
     * @param updates of D so far
     */
    public boolean isDue(long updates) {
        return isOn() && updates % interval == 0;
    }
}
