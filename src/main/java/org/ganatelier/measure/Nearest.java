package org.ganatelier.measure;

import org.ganatelier.data.Images;

import java.util.Arrays;

/**
 * How near images are to those that a generator was trained on. Distances are root mean square
 * differences of pixels between 0 (black) and 1 (white); 0 means the same image.
 *
 * @param count how many images were looked at
 * @param low the distance that a twentieth of the images stay below
 * @param median the distance that half of the images stay below
 * @param copies share of images, 0 to 1, that are at least {@link #COPY} times as far from the
 *     second nearest image as from the nearest: copies, however blurred. The criterion is that of
 *     Gu et al. 2023 (arXiv:2310.02664, section 2); nearness alone would not do, as blurred images
 *     are near to everything
 */
public record Nearest(int count, double low, double median, double copies) {
    /** So many times as far must the second nearest image be. */
    public static final double COPY = 3;

    private static final double LOW = 0.05;

    /**
     * Compares each of some images with each of the others.
     *
     * @param known at least two, of the same shape
     */
    static Nearest of(Images images, Images known) {
        return of(images, new NearestSearch(images, known));
    }

    /**
     * Compares some of the known images with each of the others.
     *
     * @param which indices of those, at least one
     * @param known at least three
     */
    static Nearest among(Images known, int... which) {
        Images images = known.pick(which);
        return of(images, new NearestSearch(images, known, which));
    }

    /** Whether these squared distances are those of a copy: the criterion is squared too. */
    static boolean isCopy(float nearest, float second) {
        return nearest * COPY * COPY <= second;
    }

    private static Nearest of(Images images, NearestSearch search) {
        int count = images.count();
        float pixels = images.shape().size();
        var distances = new double[count];
        int copies = 0;
        for (int i = 0; i < count; i++) {
            if (isCopy(search.nearest(i), search.second(i))) {
                copies++;
            }
            distances[i] = Math.sqrt(search.nearest(i) / pixels);
        }
        Arrays.sort(distances);
        return new Nearest(
                count,
                distances[(int) (LOW * count)],
                distances[count / 2],
                (double) copies / count);
    }
}
