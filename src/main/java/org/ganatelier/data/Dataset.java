package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;

import java.util.Optional;

/**
 * Real images, with labels where the set has them. Immutable and safe to share between threads.
 *
 * @param images all of them, at least one
 * @param labels one byte per image, 0 to classes - 1
 */
public record Dataset(Images images, Optional<byte[]> labels) {
    public Dataset {
        if (images.count() == 0) {
            throw new IllegalArgumentException("A data set needs at least one image");
        }
        if (labels.isPresent() && labels.get().length != images.count()) {
            throw new IllegalArgumentException(
                    images.count() + " images need as many labels, not " + labels.get().length);
        }
    }

    /** How many images there are. */
    public int size() {
        return images.count();
    }

    /** The shape of one image. */
    public Shape.Image shape() {
        return images.shape();
    }

    /** The images at some indices with their labels, in that order. */
    public Dataset pick(int... indices) {
        return new Dataset(images.pick(indices), labels.map(all -> pick(all, indices)));
    }

    private static byte[] pick(byte[] all, int... indices) {
        var picked = new byte[indices.length];
        for (int i = 0; i < indices.length; i++) {
            picked[i] = all[indices[i]];
        }
        return picked;
    }

    /**
     * Writes an image as values between -1 and 1, channels first.
     *
     * @param target receives shape().size() values from {@code offset}
     */
    public void read(int index, float[] target, int offset) {
        images.read(index, target, offset);
    }
}
