package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Real samples that are read one by one, by their index, with labels where the set has them. A set
 * need not lie in memory as a whole. Immutable and safe to share between threads.
 */
public interface Dataset {
    /**
     * A set that lies in memory.
     *
     * @param samples all of them, at least one
     * @param labels the class of each sample: an unsigned byte, from 0
     * @throws IllegalArgumentException where there is no sample, or not one label for each
     */
    static Dataset of(Samples samples, Optional<byte[]> labels) {
        return new Loaded(samples, labels);
    }

    /** How many samples there are, at least one. */
    int size();

    /** The shape of one sample. */
    Shape shape();

    /** The class of each sample, an unsigned byte from 0, where there are labels. Do not change. */
    Optional<byte[]> labels();

    /**
     * Writes a sample as the values that a network sees: an image's between -1 and 1, channels
     * first.
     *
     * @param target receives shape().size() values from {@code offset}
     */
    void read(int index, float[] target, int offset);

    /** Copies of the samples at some indices, in that order. */
    Samples pick(int... indices);

    /** The samples at some indices as a set of their own, in that order, with their labels. */
    default Dataset part(int... indices) {
        return new Part(this, indices);
    }

    /** Copies of the first samples, as many as there are but at most so many. */
    default Samples first(int most) {
        return pick(IntStream.range(0, Math.min(most, size())).toArray());
    }

    /** Copies of all samples. */
    default Samples all() {
        return first(size());
    }

    /**
     * All samples of a set of images.
     *
     * @throws IllegalArgumentException where they are points
     */
    default Images images() {
        return Images.require(all());
    }
}
