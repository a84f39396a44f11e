package org.ganatelier.train;

import org.ganatelier.data.Images;

/**
 * A classifier that is ready for use: whom to ask what is on an image. Safe to call from any
 * thread, one call at a time is served. Closing frees its memory.
 */
public interface Classifier extends AutoCloseable {
    /** What it has learnt from what, and how well. */
    ClassifierModel model();

    /**
     * What it sees, in the order of the images.
     *
     * @throws IllegalArgumentException where the images have another shape than those it learnt
     *     from
     */
    Classification classify(Images images);

    @Override
    void close();
}
