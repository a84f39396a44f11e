package org.ganatelier.train.quality;

/**
 * How different a run's samples were from each other at one step.
 *
 * @param step how many steps were done when the samples were made
 * @param samples what the generator made
 * @param real the same of as many real ones
 */
public record VarietyPoint(long step, Variety samples, Variety real) {
    /**
     * The length between two samples as a share of that between two real ones; 0 where they are the
     * same.
     */
    public double ofReal() {
        return real.between() > 0 ? samples.between() / real.between() : 1;
    }
}
