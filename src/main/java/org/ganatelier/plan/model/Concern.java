package org.ganatelier.plan.model;

import org.ganatelier.experiment.basics.Side;

/** Something that can be trained but often goes badly, as a fact. */
public sealed interface Concern {
    /**
     * An epsilon of batch normalization as large as the variances it is added to; mostly a momentum
     * that was written in its place.
     */
    record LargeEpsilon(double epsilon) implements Concern {}

    /** A generator that ends in a sigmoid, which gives 0 to 1, while the data is -1 to 1. */
    record SigmoidOutput() implements Concern {}

    /** A transposed convolution whose windows meet some pixels more often than others. */
    record UnevenOverlap(int kernel, int stride) implements Concern {}

    /** Batch statistics of few samples. */
    record SmallBatch(int size) implements Concern {}

    /**
     * A discriminator that computes many times as much as the generator.
     *
     * @param generator multiply-adds for one sample
     * @param discriminator the same
     */
    record LargeDiscriminator(long generator, long discriminator) implements Concern {}

    /**
     * Convolutions of a generator that nothing normalizes, at a large rate of Adam: the first
     * updates make all images black or white, where the last activation is flat and G learns no
     * more.
     *
     * @param rate the larger of both rates
     * @param usual a rate at which it goes well
     */
    record FastWithoutNormalization(double rate, double usual) implements Concern {}

    /** A decay of weights whose length batch normalization takes out again. */
    record DecayBeforeNormalization(Side side) implements Concern {}
}
