package org.ganatelier.measure;

import org.ganatelier.train.Classification;

/**
 * Whether a generator that is told what to draw draws it.
 *
 * @param belief the judge's mean probability that the class asked for was drawn, 0 to 1
 * @param right share of the images whose likeliest class is the one asked for, 0 to 1
 */
public record ClassAccuracy(double belief, double right) {
    /**
     * Compares what was seen with what was asked for.
     *
     * @param asked the class asked for of each image, from 0
     */
    public static ClassAccuracy of(Classification judgement, byte[] asked) {
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
