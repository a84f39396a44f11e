package org.ganatelier.experiment.basics;

/** The shape of one sample between two layers, without the batch dimension. */
public sealed interface Shape {
    /** How many numbers a sample of this shape holds; at most {@link Long#MAX_VALUE}. */
    long size();

    /** An image as it is; a vector as an image of one pixel, with a channel for each value. */
    Image asImage();

    /** A plain vector. */
    record Flat(int units) implements Shape {
        public Flat {
            Require.within(Range.atLeast(1), units, Quantity.VALUES_OF_A_VECTOR);
        }

        @Override
        public long size() {
            return units;
        }

        @Override
        public Image asImage() {
            return new Image(1, 1, units);
        }

        @Override
        public String toString() {
            return Integer.toString(units);
        }
    }

    /** An image, or a stack of feature maps; written height x width x channels. */
    record Image(int height, int width, int channels) implements Shape {
        public Image {
            Require.within(Range.atLeast(1), Math.min(height, width), Quantity.PIXELS_OF_AN_IMAGE);
            Require.within(Range.atLeast(1), channels, Quantity.CHANNELS_OF_AN_IMAGE);
        }

        @Override
        public long size() {
            long pixels = (long) height * width;
            return pixels > Long.MAX_VALUE / channels ? Long.MAX_VALUE : pixels * channels;
        }

        @Override
        public Image asImage() {
            return this;
        }

        @Override
        public String toString() {
            return height + "×" + width + "×" + channels;
        }
    }
}
