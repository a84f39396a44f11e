package org.ganatelier.campaign;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * How much a campaign tries, and from which seed: {@code -Dcampaign.NAME=COUNT} and {@code
 * -Dcampaign.seed=SEED}; without them a sample that takes seconds. Each case has a random stream of
 * its own, so that one alone can be tried again by its number: {@code -Dcampaign.only=CASE}.
 *
 * @param name of the property that says how many cases
 */
record Campaign(String name, int count, long seed, long only) {
    private static final long USUAL_SEED = 20_261_127;
    private static final long NONE = -1;

    /** What a case does with its random numbers. */
    interface Case {
        void run(RandomGenerator random) throws Exception;
    }

    /**
     * @param sample cases where nothing else is said
     */
    static Campaign of(String name, int sample) {
        return new Campaign(
                name,
                Integer.getInteger("campaign." + name, sample),
                Long.getLong("campaign.seed", USUAL_SEED),
                Long.getLong("campaign.only", NONE));
    }

    /** Runs every case; the first that fails ends it, and its number is told. */
    void run(Case each) {
        for (int i = 0; i < count; i++) {
            if (only == NONE || only == i) {
                try {
                    each.run(new SplittableRandom(seed * 1_000_003 + i));
                } catch (Throwable failure) {
                    throw new AssertionError(
                            "Case %d of %s, seed %d".formatted(i, name, seed), failure);
                }
            }
        }
    }
}
