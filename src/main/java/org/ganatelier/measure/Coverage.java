package org.ganatelier.measure;

import org.ganatelier.train.Judgement;

import java.util.Arrays;

/**
 * Which classes a judge sees among images, by the likeliest class of each.
 *
 * @param shares of each class, 0 to 1, together 1
 */
public record Coverage(double[] shares) {
    /** A class counts as seen from this share on: of ten classes, a third of its due. */
    public static final double SEEN = 0.03;

    static Coverage of(Judgement judgement) {
        var shares = new double[judgement.classes()];
        for (int i = 0; i < judgement.count(); i++) {
            shares[judgement.label(i)] += 1.0 / judgement.count();
        }
        return new Coverage(shares);
    }

    /** How many classes have at least the share {@link #SEEN}. */
    public int seen() {
        // A share is a sum of many equal parts, so it may lie a rounding below what it should be.
        return (int) Arrays.stream(shares).filter(share -> share >= SEEN - 1e-9).count();
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
        return entropy / Math.log(shares.length);
    }
}
