package org.ganatelier.train.quality;

import java.util.List;

/**
 * Which classes a classifier sees among images, by the likeliest class of each.
 *
 * @param shares of each class, 0 to 1, together 1
 */
public record Coverage(List<Double> shares) {
    /** A class counts as seen from this share on: of ten classes, a third of its due. */
    public static final double SEEN = 0.03;

    public Coverage {
        shares = List.copyOf(shares);
    }

    /** How many classes have at least the share {@link #SEEN}. */
    public int seen() {
        return (int) shares.stream().filter(share -> share >= SEEN).count();
    }

    /**
     * How evenly the classes occur: the entropy of the shares over that of equal ones, -sum(p ln p)
     * / ln(classes) (Pielou 1966). 1 where all are equally frequent, 0 where there is but one.
     */
    public double evenness() {
        double entropy = 0;
        for (double share : shares) {
            if (share > 0) {
                entropy -= share * Math.log(share);
            }
        }
        return entropy / Math.log(shares.size());
    }
}
