package org.ganatelier.measure;

import org.ganatelier.data.Images;
import org.ganatelier.data.Split;

/**
 * Did the generator learn its images by heart? What is nearest to its images among real ones,
 * beside the same of as many of the real ones themselves.
 *
 * @param known how many real images there are to compare with: all of the set, as a generator
 *     learns from all
 * @param images compared with all of these
 * @param baseline held-out real images, each compared with all but itself
 */
public record Originality(int known, Nearest images, Nearest baseline) {
    /** A share is then known to about two percent; more takes seconds. */
    private static final int MOST = 500;

    /** Compares the first 500 images, or all where there are fewer. Takes a few seconds. */
    public static Originality of(Images images, Split real) {
        Images some = images.first(MOST);
        Images heldOut = real.heldOut().images();
        // In this order a held-out image has the same index among all.
        Images known = heldOut.and(real.training().images());
        return new Originality(
                known.count(),
                Nearest.of(some, known),
                Nearest.among(known, Images.spread(some.count(), heldOut.count())));
    }
}
