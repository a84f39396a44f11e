package org.ganatelier.measure;

import org.ganatelier.data.Images;
import org.ganatelier.data.Split;

/**
 * Did the generator learn its images by heart? What is nearest to its images among real ones,
 * beside the same of as many real images that are not among them.
 *
 * @param images compared with the real images that the judge learnt from, most of those that the
 *     generator saw
 * @param floor held-out real images, compared with the same
 */
public record Originality(Nearest images, Nearest floor) {
    /** A share is then known to about two percent; more takes seconds. */
    private static final int MOST = 500;

    /** Compares the first 500 images, or all where there are fewer. Takes a few seconds. */
    public static Originality of(Images images, Split real) {
        Images some = images.first(MOST);
        Images floor = real.heldOut().images().some(some.count());
        Images known = real.training().images();
        return new Originality(Nearest.of(some, known), Nearest.of(floor, known));
    }
}
