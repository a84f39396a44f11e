package org.ganatelier.train.quality;

import java.util.Optional;

/**
 * What a classifier says of some images, generated or real.
 *
 * @param count how many images
 * @param frechet distance of their features from those of the real images that the classifier
 *     learnt from: the Fréchet distance, as {@code measure.Frechet} computes it. It is of at most
 *     as many of the images as there are real ones to compare it with: distances shrink with the
 *     number of images
 * @param confidence share of the images, 0 to 1, that the classifier knows and of which it gives
 *     one class at least the probability {@link #CONFIDENT}
 * @param coverage which classes are seen, and how many images are known
 * @param classAccuracy whether they show the classes that were asked for, where any were; of real
 *     images, their own classes
 */
public record Quality(
        int count,
        Estimate frechet,
        double confidence,
        Coverage coverage,
        Optional<ClassAccuracy> classAccuracy) {
    /** From this probability on a classifier counts as confident. */
    public static final double CONFIDENT = 0.9;
}
