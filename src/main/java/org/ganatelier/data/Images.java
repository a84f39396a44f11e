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
public record Images(int count, Shape.Image shape, byte[] pixels) implements Samples {
    /** Half the range of a byte: images run from -1 to 1 inside the networks. */
    private static final float HALF_RANGE = 127.5f;

    /** Red, green, blue. */
    private static final int COLOURS = 3;

    private static final int OPAQUE = 0xFF000000;

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

    @Override
    public Images get(int index) {
        int size = (int) shape.size();
        var one = new byte[size];
        System.arraycopy(pixels, index * size, one, 0, size);
        return new Images(1, shape, one);
    }

    @Override
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

    @Override
    public Images and(Samples others) {
        if (!(others instanceof Images more) || !more.shape.equals(shape)) {
            throw new IllegalArgumentException(others.shape() + " do not go with " + shape);
        }
        byte[] both = Arrays.copyOf(pixels, pixels.length + more.pixels.length);
        System.arraycopy(more.pixels, 0, both, pixels.length, more.pixels.length);
        return new Images(count + more.count, shape, both);
    }

    @Override
    public Images first(int most) {
        int some = Math.min(most, count);
        return new Images(some, shape, Arrays.copyOf(pixels, some * (int) shape.size()));
    }

    @Override
    public void read(int index, float[] target, int offset) {
        int size = (int) shape.size();
        for (int i = 0, from = index * size; i < size; i++) {
            target[offset + i] = toValue(pixels[from + i]);
        }
    }

    /**
     * The first image as opaque colours, row by row, as {@link java.awt.image.BufferedImage} and
     * JavaFX take them: alpha, red, green and blue in a byte each. Three channels are red, green
     * and blue; of any other number the first one is a grey.
     */
    public int[] argb() {
        int size = shape.width() * shape.height();
        int next = shape.channels() == COLOURS ? size : 0;
        var colours = new int[size];
        for (int i = 0; i < size; i++) {
            colours[i] =
                    OPAQUE
                            | Byte.toUnsignedInt(pixels[i]) << 16
                            | Byte.toUnsignedInt(pixels[i + next]) << 8
                            | Byte.toUnsignedInt(pixels[i + 2 * next]);
        }
        return colours;
    }

    @Override
    public Images pictures() {
        return this;
    }

    /**
     * Samples of which the caller knows that they are images.
     *
     * @throws IllegalArgumentException where they are points
     */
    public static Images require(Samples samples) {
        return switch (samples) {
            case Images images -> images;
            case Points points ->
                    throw new IllegalArgumentException(points.count() + " points are no images");
        };
    }
}
