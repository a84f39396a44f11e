package org.ganatelier.train.quality;

import java.util.Optional;

/**
 * What a classifier says of some images, generated or real.
 *
 * @param count how many images
 * @param frechet distance of their features from those of the real images that the classifier learnt
 *     from: the Fréchet distance, as {@code measure.Frechet} computes it. It is of at most as many
 *     of the images as there are real ones to compare it with: distances shrink with the number of
 *     images
 * @param confident share of the images, 0 to 1, of which the classifier gives one class at least the
 *     probability {@link #SURE}
 * @param coverage which classes are seen
 * @param obedience whether they show the classes that were asked for, where any were; of real
 *     images, their own classes
 */
public record Quality(
        int count,
        Estimate frechet,
        double confident,
        Coverage coverage,
        Optional<ClassAccuracy> obedience) {
    /** From this probability on a classifier counts as sure of a class. */
    public static final double SURE = 0.9;
}
