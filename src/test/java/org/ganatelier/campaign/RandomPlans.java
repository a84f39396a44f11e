package org.ganatelier.campaign;

import org.ganatelier.plan.model.Plan;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** Experiments of any layers that can be trained, for tests elsewhere. */
public final class RandomPlans {
    private RandomPlans() {}

    /**
     * One of moderate numbers, where a few tries find it.
     *
     * @param mostValues that a layer may give for one sample
     */
    public static Optional<Plan> moderate(RandomGenerator random, long mostValues) {
        return RandomExperiments.accepted(random, RandomLayers.moderate(), mostValues);
    }
}
