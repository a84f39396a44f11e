package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;

/**
 * Turns the values that a network gives out into samples. What becomes of them, the shape decides:
 * an image's values become bytes, a vector's stay numbers.
 */
public abstract sealed class SampleBuffer {
    private SampleBuffer() {}

    /**
     * An empty buffer.
     *
     * @param shape of one sample
     * @param count of the samples to come
     */
    public static SampleBuffer of(Shape shape, int count) {
        return switch (shape) {
            case Shape.Image image -> new OfImages(image, count);
            case Shape.Flat flat -> new OfPoints(flat, count);
        };
    }

    /**
     * Takes samples.
     *
     * @param index of the first one
     * @param count of them
     * @param values count * shape.size() of them are read
     */
    public abstract void put(int index, int count, float[] values);

    /** All samples; nothing may be put after it. */
    public abstract Samples samples();

    private static final class OfImages extends SampleBuffer {
        private final Shape.Image shape;
        private final int count;
        private final byte[] pixels;

        OfImages(Shape.Image shape, int count) {
            this.shape = shape;
            this.count = count;
            pixels = new byte[Math.multiplyExact(count, (int) shape.size())];
        }

        @Override
        public void put(int index, int some, float[] values) {
            int size = (int) shape.size();
            for (int i = 0; i < some * size; i++) {
                pixels[index * size + i] = Images.toPixel(values[i]);
            }
        }

        @Override
        public Samples samples() {
            return new Images(count, shape, pixels);
        }
    }

    private static final class OfPoints extends SampleBuffer {
        private final Shape.Flat shape;
        private final int count;
        private final float[] coordinates;

        OfPoints(Shape.Flat shape, int count) {
            this.shape = shape;
            this.count = count;
            coordinates = new float[Math.multiplyExact(count, shape.units())];
        }

        @Override
        public void put(int index, int some, float[] values) {
            int size = shape.units();
            System.arraycopy(values, 0, coordinates, index * size, some * size);
        }

        @Override
        public Samples samples() {
            return new Points(count, shape, coordinates);
        }
    }
}
