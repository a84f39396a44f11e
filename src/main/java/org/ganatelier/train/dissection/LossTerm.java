package org.ganatelier.train.dissection;

/**
 * A part of a loss with its value.
 *
 * @param value mean over the batch, its weight included
 */
public record LossTerm(Part part, double value) {
    /** What a part of a loss is about. */
    public enum Part {
        /** D's on real samples. */
        ON_REAL,
        /** D's on generated samples. */
        ON_GENERATED,
        /** D's on pairs of a real and a generated sample. */
        OF_PAIRS,
        /** G's. */
        OF_GENERATOR,
        /** What penalties on gradients add to D's. */
        PENALTY
    }
}
