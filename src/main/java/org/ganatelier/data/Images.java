package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Images as they are shown and stored: unsigned bytes, 0 black to 255 white, one after the other,
 * channel by channel, row by row. The array is not copied: whoever makes an instance hands it over.
 *
 * @param pixels count * shape.size() unsigned bytes
 */
public record Images(int count, Shape.Image shape, byte[] pixels) {
    /** Half the range of a byte: images run from -1 to 1 inside the networks. */
    private static final float HALF_RANGE = 127.5f;

    public Images {
        if (pixels.length != count * shape.size()) {
            throw new IllegalArgumentException(
                    count
                            + " images of "
                            + shape
                            + " need "
                            + count * shape.size()
                            + " bytes, not "
                            + pixels.length);
        }
    }

    /** The brightness of a value between -1 and 1; values outside are clamped. */
    public static byte toPixel(float value) {
        return (byte) Math.clamp((value + 1) * HALF_RANGE, 0f, 255f);
    }

    /** The value between -1 and 1 of an unsigned byte. */
    public static float toValue(byte pixel) {
        return Byte.toUnsignedInt(pixel) / HALF_RANGE - 1;
    }

    /** One image alone. */
    public Images get(int index) {
        int size = (int) shape.size();
        var one = new byte[size];
        System.arraycopy(pixels, index * size, one, 0, size);
        return new Images(1, shape, one);
    }

    /** Those at some indices, in that order. */
    public Images pick(int... indices) {
        int size = (int) shape.size();
        var picked = new byte[indices.length * size];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(pixels, indices[i] * size, picked, i * size, size);
        }
        return new Images(indices.length, shape, picked);
    }

    /** So many images, evenly spaced over all, or all where there are fewer. */
    public Images some(int most) {
        return most >= count ? this : pick(spread(most, count));
    }

    /**
     * Which of some images {@link #some} picks.
     *
     * @return indices in ascending order, of all where there are not more than {@code most}
     */
    public static int[] spread(int most, int count) {
        int some = Math.min(most, count);
        return IntStream.range(0, some).map(i -> (int) ((long) i * count / some)).toArray();
    }

    /**
     * These and others behind them.
     *
     * @throws IllegalArgumentException where the others have another shape
     */
    public Images and(Images others) {
        if (!others.shape.equals(shape)) {
            throw new IllegalArgumentException(others.shape + " do not go with " + shape);
        }
        byte[] both = Arrays.copyOf(pixels, pixels.length + others.pixels.length);
        System.arraycopy(others.pixels, 0, both, pixels.length, others.pixels.length);
        return new Images(count + others.count, shape, both);
    }

    /** The first images, as many as there are but at most so many. */
    public Images first(int most) {
        int some = Math.min(most, count);
        return new Images(some, shape, Arrays.copyOf(pixels, some * (int) shape.size()));
    }
}
