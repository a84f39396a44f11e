package org.ganatelier.train.quality;

import java.util.Optional;

/**
 * How different samples are from each other, and how near they are to those that a generator learnt
 * from. Needs no classifier, so that it can be told of data of any kind.
 *
 * <p>Lengths are root mean square differences of values between -1 and 1, as the networks see them:
 * 0 means the same sample, 2 is black against white.
 *
 * @param count how many samples
 * @param between the length between two of the samples: the root of the mean square over all pairs
 * @param likeness to the samples that were learnt from; empty where it was not measured
 */
public record Variety(int count, double between, Optional<Likeness> likeness) {
    /**
     * How near samples are to those that were learnt from.
     *
     * @param nearest the median length to the nearest of these; of real samples, to the nearest
     *     other one
     * @param copies share of the samples, 0 to 1, for which the second nearest of these is at least
     *     three times as far as the nearest: the criterion of Gu et al. 2023 (arXiv:2310.02664,
     *     section 2)
     */
    public record Likeness(double nearest, double copies) {}
}
