package org.ganatelier.exchange.folder;

import org.ganatelier.data.Grid;
import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.train.GeneratorInput;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Samples as they are laid out in a picture: where a generator was told classes, a row for each.
 *
 * @param samples in the order of the picture
 * @param columns images in a row
 */
public record ClassRows(Samples samples, int columns) {
    /** As many as an unsigned byte has values. */
    private static final int LABELS = 256;

    /**
     * Of a generator that was told classes or none.
     *
     * @param labels of the images; empty where there are none
     * @param usual columns, where there are no labels or some classes have more images than others
     */
    public static ClassRows of(Samples samples, byte[] labels, int usual) {
        var counts = new int[LABELS];
        for (byte label : labels) {
            counts[Byte.toUnsignedInt(label)]++;
        }
        int[] each = IntStream.of(counts).filter(count -> count > 0).distinct().toArray();
        if (each.length != 1) {
            return new ClassRows(samples, usual);
        }
        int[] order =
                IntStream.range(0, labels.length)
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> Byte.toUnsignedInt(labels[i])))
                        .mapToInt(i -> i)
                        .toArray();
        return new ClassRows(samples.pick(order), each[0]);
    }

    /** As {@link #of(Samples, byte[], int)}, else about as many in a row as there are rows. */
    public static ClassRows of(Samples samples, byte[] labels) {
        return of(samples, labels, square(samples));
    }

    /** About as many images in a row as there are rows. */
    public static ClassRows inASquare(Samples samples) {
        return new ClassRows(samples, square(samples));
    }

    private static int square(Samples samples) {
        return (int) Math.ceil(Math.sqrt(samples.count()));
    }

    /**
     * All of them in one picture.
     *
     * @param gap between images and around them, in pixels
     */
    public Images picture(int gap) {
        Images pictures = samples.pictures();
        return Grid.of(pictures, Math.min(columns, pictures.count()), gap);
    }

    /**
     * As many images as asked for or a little more, so that every class has a full row; of points
     * as many as are as good to look at.
     */
    public static int filled(Experiment experiment, int columns, int usual) {
        int named = experiment.namedClasses();
        int images = named == 0 ? usual : named * columns;
        return GeneratorInput.asGoodAs(images, experiment);
    }
}
