package org.ganatelier.cli.support;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.Experiment;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Images as they are laid out in a picture: where a generator was told classes, a row for each.
 *
 * @param images in the order of the picture
 * @param columns images in a row
 */
public record ClassRows(Images images, int columns) {
    /**
     * Of a generator that was told classes or none.
     *
     * @param labels of the images; empty where there are none
     * @param usual columns, where there are no labels or some classes have more images than others
     */
    public static ClassRows of(Images images, byte[] labels, int usual) {
        var counts = new int[Byte.MAX_VALUE + 1];
        for (byte label : labels) {
            counts[label]++;
        }
        int[] each = IntStream.of(counts).filter(count -> count > 0).distinct().toArray();
        if (each.length != 1) {
            return new ClassRows(images, usual);
        }
        int[] order =
                IntStream.range(0, labels.length)
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> labels[i]))
                        .mapToInt(i -> i)
                        .toArray();
        return new ClassRows(images.pick(order), each[0]);
    }

    /** As {@link #of(Images, byte[], int)}, else about as many in a row as there are rows. */
    public static ClassRows of(Images images, byte[] labels) {
        return of(images, labels, square(images));
    }

    /** About as many images in a row as there are rows. */
    public static ClassRows inASquare(Images images) {
        return new ClassRows(images, square(images));
    }

    private static int square(Images images) {
        return (int) Math.ceil(Math.sqrt(images.count()));
    }

    /** As many images as asked for or a little more, so that every class has a full row. */
    public static int filled(Experiment experiment, int columns, int usual) {
        return experiment.classes() == 0 ? usual : experiment.classes() * columns;
    }
}
