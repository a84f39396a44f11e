package org.ganatelier.measure;

import org.ganatelier.data.Images;

/** Rows of numbers that can be compared by their distances. */
public interface Vectors {
    /** How many rows there are. */
    int count();

    /** How many numbers a row has. */
    int width();

    /** One of the numbers. */
    float value(int row, int column);

    /** The pixels of images, from 0 (black) to 1 (white). */
    static Vectors of(Images images) {
        return new OfPixels(images.count(), (int) images.shape().size(), images.pixels());
    }

    /**
     * Rows that stand one after the other.
     *
     * @param values count * width of them; not copied
     */
    static Vectors of(float[] values, int width) {
        return new OfNumbers(values.length / width, width, values);
    }

    /** Of images. */
    record OfPixels(int count, int width, byte[] pixels) implements Vectors {
        private static final float WHITE = 255;

        @Override
        public float value(int row, int column) {
            return Byte.toUnsignedInt(pixels[row * width + column]) / WHITE;
        }
    }

    /** Of plain numbers. */
    record OfNumbers(int count, int width, float[] values) implements Vectors {
        @Override
        public float value(int row, int column) {
            return values[row * width + column];
        }
    }
}
