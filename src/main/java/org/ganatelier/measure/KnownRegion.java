package org.ganatelier.measure;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.train.Classification;
import org.ganatelier.train.Classifier;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which images a classifier can say anything about. A classifier gives every image a class, noise
 * and black ones too, often with a probability near 1. So an image counts as known only where it
 * lies as near to a real image as real images lie to each other, twice over:
 *
 * <ul>
 *   <li>in pixels, as a correlation: brightness and contrast do not matter, and an image of one
 *       grey resembles none;
 *   <li>in the classifier's features (nearest neighbours as in Sun et al. 2022, arXiv:2204.06507).
 * </ul>
 *
 * Either alone is not enough: features take black for a digit, pixels take a smear for one.
 *
 * <p>"As near" is measured: the distance that the share {@link #QUANTILE} of held-out real images
 * keep from {@link #REFERENCES} other held-out ones. Immutable; may be used from any thread.
 */
final class KnownRegion {
    /** This share of real images is near enough by each of the two measures. */
    static final double QUANTILE = 0.995;

    /** Real images to compare with, and as many others to measure the distance of. */
    static final int REFERENCES = 1000;

    private final Nearby pixels;
    private final Nearby features;
    private final float farthestPixels;
    private final float farthestFeatures;

    /**
     * @param heldOut real images that the classifier did not learn from
     */
    KnownRegion(Classifier classifier, Dataset heldOut) {
        int[] some = Images.spread(2 * REFERENCES, heldOut.size());
        Images references = every2nd(heldOut, some, 0);
        Images others = every2nd(heldOut, some, 1);
        pixels =
                new Nearby(withContrast(contrasts(references), size(references)), size(references));
        farthestPixels = quantile(pixels.sorted(contrasts(others)));
        Classification known = classifier.classify(references);
        features = new Nearby(known.features(), known.width());
        farthestFeatures = quantile(features.sorted(classifier.classify(others).features()));
    }

    /**
     * Which images are known.
     *
     * @param classification of the same images
     */
    boolean[] known(Images images, Classification classification) {
        float[] contrasts = contrasts(images);
        var known = new boolean[images.count()];
        for (int i = 0; i < known.length; i++) {
            known[i] =
                    features.squared(classification.features(), i, farthestFeatures)
                                    <= farthestFeatures
                            && pixels.squared(contrasts, i, farthestPixels) <= farthestPixels;
        }
        return known;
    }

    private static Images every2nd(Dataset heldOut, int[] some, int first) {
        return heldOut.part(
                        IntStream.range(0, some.length)
                                .filter(i -> i % 2 == first)
                                .map(i -> some[i])
                                .toArray())
                .images();
    }

    private static float quantile(float... sorted) {
        return sorted[(int) Math.min(sorted.length - 1, QUANTILE * sorted.length)];
    }

    private static float[] withContrast(float[] contrasts, int size) {
        var some = new float[contrasts.length];
        int kept = 0;
        for (int from = 0; from < contrasts.length; from += size) {
            if (Float.isFinite(contrasts[from])) {
                System.arraycopy(contrasts, from, some, kept, size);
                kept += size;
            }
        }
        return Arrays.copyOf(some, kept);
    }

    private static int size(Images images) {
        return (int) images.shape().size();
    }

    /**
     * The pixels of each image less their mean, divided by their length: the squared distance of
     * two such vectors is 2 - 2 times their correlation. An image of one grey has no contrast: it
     * is infinitely far from all.
     */
    private static float[] contrasts(Images images) {
        int size = size(images);
        var all = new float[images.count() * size];
        for (int i = 0; i < images.count(); i++) {
            long sum = 0;
            long squares = 0;
            for (int p = i * size; p < (i + 1) * size; p++) {
                int value = Byte.toUnsignedInt(images.pixels()[p]);
                sum += value;
                squares += (long) value * value;
            }
            // In whole numbers: of one grey it is exactly 0.
            long spread = size * squares - sum * sum;
            double length = Math.sqrt((double) spread / size);
            double mean = (double) sum / size;
            for (int p = i * size; p < (i + 1) * size; p++) {
                double value = Byte.toUnsignedInt(images.pixels()[p]) - mean;
                all[p] = spread > 0 ? (float) (value / length) : Float.POSITIVE_INFINITY;
            }
        }
        return all;
    }
}
