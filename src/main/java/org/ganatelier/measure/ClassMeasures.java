package org.ganatelier.measure;

import org.ganatelier.train.Classification;
import org.ganatelier.train.quality.ClassAccuracy;
import org.ganatelier.train.quality.Coverage;

import java.util.Arrays;

/** The figures that need nothing but what a classifier sees in each image. */
final class ClassMeasures {
    private ClassMeasures() {}

    /** Which classes are seen, by the likeliest class of each image. */
    static Coverage coverage(Classification classification) {
        var counts = new int[classification.classes()];
        for (int i = 0; i < classification.count(); i++) {
            counts[classification.label(i)]++;
        }
        return new Coverage(
                Arrays.stream(counts).mapToObj(n -> (double) n / classification.count()).toList());
    }

    /**
     * Compares what was seen with what was asked for.
     *
     * @param asked the class asked for of each image, from 0
     */
    static ClassAccuracy accuracy(Classification classification, byte[] asked) {
        if (asked.length != classification.count()) {
            throw new IllegalArgumentException(
                    "%d images, but %d classes were asked for"
                            .formatted(classification.count(), asked.length));
        }
        double probability = 0;
        for (int i = 0; i < asked.length; i++) {
            probability +=
                    classification.probability(i, Byte.toUnsignedInt(asked[i])) / asked.length;
        }
        return new ClassAccuracy(probability, classification.accuracy(asked));
    }
}
