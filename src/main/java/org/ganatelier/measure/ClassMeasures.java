package org.ganatelier.measure;

import org.ganatelier.train.Classification;
import org.ganatelier.train.quality.ClassAccuracy;
import org.ganatelier.train.quality.Coverage;
import org.ganatelier.train.quality.Quality;

import java.util.Arrays;

/**
 * The figures that need nothing but what a classifier sees in each image. Of an image that is not
 * {@link KnownRegion known} it sees nothing: all are shares of all images.
 */
final class ClassMeasures {
    private ClassMeasures() {}

    /** Which classes are seen, by the likeliest class of each known image. */
    static Coverage coverage(Classification classification, boolean[] known) {
        var counts = new int[classification.classes()];
        for (int i = 0; i < classification.count(); i++) {
            if (known[i]) {
                counts[classification.label(i)]++;
            }
        }
        return new Coverage(
                Arrays.stream(counts).mapToObj(n -> (double) n / classification.count()).toList());
    }

    /**
     * Compares what was seen with what was asked for.
     *
     * @param asked the class asked for of each image, from 0
     */
    static ClassAccuracy accuracy(Classification classification, boolean[] known, byte[] asked) {
        if (asked.length != classification.count()) {
            throw new IllegalArgumentException(
                    "%d images, but %d classes were asked for"
                            .formatted(classification.count(), asked.length));
        }
        double probability = 0;
        int right = 0;
        for (int i = 0; i < asked.length; i++) {
            int wanted = Byte.toUnsignedInt(asked[i]);
            if (known[i]) {
                probability += classification.probability(i, wanted) / asked.length;
                right += classification.label(i) == wanted ? 1 : 0;
            }
        }
        return new ClassAccuracy(probability, (double) right / asked.length);
    }

    /** The share of images that are known and of which one class is probable enough. */
    static double confidence(Classification classification, boolean[] known) {
        int confident = 0;
        for (int i = 0; i < classification.count(); i++) {
            if (known[i]
                    && classification.probability(i, classification.label(i))
                            >= Quality.CONFIDENT) {
                confident++;
            }
        }
        return (double) confident / classification.count();
    }
}
