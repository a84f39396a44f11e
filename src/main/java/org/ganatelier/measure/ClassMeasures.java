package org.ganatelier.measure;

import org.ganatelier.train.Classification;
import org.ganatelier.train.quality.ClassAccuracy;
import org.ganatelier.train.quality.Coverage;

import java.util.Arrays;

/** The figures that need nothing but what a judge sees in each image. */
final class ClassMeasures {
    private ClassMeasures() {}

    /** Which classes are seen, by the likeliest class of each image. */
    static Coverage coverage(Classification judgement) {
        var counts = new int[judgement.classes()];
        for (int i = 0; i < judgement.count(); i++) {
            counts[judgement.label(i)]++;
        }
        return new Coverage(
                Arrays.stream(counts).mapToObj(n -> (double) n / judgement.count()).toList());
    }

    /**
     * Compares what was seen with what was asked for.
     *
     * @param asked the class asked for of each image, from 0
     */
    static ClassAccuracy accuracy(Classification judgement, byte[] asked) {
        if (asked.length != judgement.count()) {
            throw new IllegalArgumentException(
                    "%d images, but %d classes were asked for"
                            .formatted(judgement.count(), asked.length));
        }
        double belief = 0;
        for (int i = 0; i < asked.length; i++) {
            belief += judgement.probability(i, Byte.toUnsignedInt(asked[i])) / asked.length;
        }
        return new ClassAccuracy(belief, judgement.accuracy(asked));
    }
}
