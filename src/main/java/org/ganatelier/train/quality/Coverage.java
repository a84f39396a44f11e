package org.ganatelier.train.quality;

import java.util.List;

/**
 * Which classes a classifier sees among images, by the likeliest class of each image that it knows.
 * An image that resembles no real one is of no class.
 *
 * @param shares of each class among all images, 0 to 1; together the share of images that are known
 */
public record Coverage(List<Double> shares) {
    /** A class counts as seen from this share on: of ten classes, a third of its due. */
    public static final double SEEN = 0.03;

    /** Where fewer images than this share are known, nothing is said of classes. */
    public static final double LEAST_KNOWN = 0.1;

    public Coverage {
        shares = List.copyOf(shares);
    }

    /** Of how many of the images a class can be told, 0 to 1. */
    public double known() {
        return Math.min(1, shares.stream().mapToDouble(Double::doubleValue).sum());
    }

    /** Whether enough of the images are known to speak of classes. */
    public boolean showsSomething() {
        return known() >= LEAST_KNOWN;
    }

    /** How many classes have at least the share {@link #SEEN}; none where too little is known. */
    public int seen() {
        return showsSomething() ? (int) shares.stream().filter(share -> share >= SEEN).count() : 0;
    }

    /**
     * How evenly the classes occur among the known images: the entropy of their shares over that of
     * equal ones, -sum(p ln p) / ln(classes) (Pielou 1966). 1 where all are equally frequent, 0
     * where there is but one, or none.
     */
    public double evenness() {
        double known = known();
        double entropy = 0;
        for (double share : shares) {
            if (share > 0) {
                entropy -= share / known * Math.log(share / known);
            }
        }
        return entropy / Math.log(shares.size());
    }
}
