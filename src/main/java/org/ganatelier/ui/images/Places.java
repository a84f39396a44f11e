package org.ganatelier.ui.images;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which image stands at which place of a grid.
 *
 * @param images the index of the image at each place
 */
record Places(int[] images) {
    /** Each image at its own place. */
    static Places asTheyCome(int count) {
        return new Places(IntStream.range(0, count).toArray());
    }

    /**
     * The highest value first.
     *
     * @param values one for each image; what is no number comes last
     * @param row images are sorted within each so many, where rows have a meaning
     */
    static Places sorted(float[] values, int row) {
        Comparator<Integer> highest =
                Comparator.comparingDouble(
                        i -> Float.isNaN(values[i]) ? Double.POSITIVE_INFINITY : -values[i]);
        int[] order =
                IntStream.range(0, values.length)
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingInt(i -> i / row)
                                        .thenComparing(highest))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return new Places(order);
    }

    int count() {
        return images.length;
    }

    /** The image at a place, or -1 where there is none. */
    int imageAt(int place) {
        return place >= 0 && place < images.length ? images[place] : -1;
    }

    /** The place of an image, or -1 where it has none. */
    int placeOf(int image) {
        return IntStream.range(0, images.length)
                .filter(place -> images[place] == image)
                .findFirst()
                .orElse(-1);
    }
}
