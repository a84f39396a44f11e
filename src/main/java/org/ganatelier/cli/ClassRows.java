package org.ganatelier.cli;

import org.ganatelier.data.Images;
import org.ganatelier.spec.Experiment;

import java.util.stream.IntStream;

/**
 * Images as they are laid out in a picture: where a generator was told classes in turn, a row for
 * each class.
 *
 * @param images in the order of the picture
 * @param columns images in a row
 */
record ClassRows(Images images, int columns) {
    /**
     * Of a generator that was told classes in turn, or none.
     *
     * @param usual columns, where there are no classes
     */
    static ClassRows of(Experiment experiment, Images images, int usual) {
        int classes = experiment.classes();
        if (classes == 0 || images.count() % classes != 0) {
            return new ClassRows(images, usual);
        }
        int columns = images.count() / classes;
        int[] order =
                IntStream.range(0, images.count())
                        .map(place -> place % columns * classes + place / columns)
                        .toArray();
        return new ClassRows(images.pick(order), columns);
    }

    /** As {@link #of(Experiment, Images, int)}, else about as many in a row as there are rows. */
    static ClassRows of(Experiment experiment, Images images) {
        return of(experiment, images, square(images));
    }

    /** About as many images in a row as there are rows. */
    static ClassRows inASquare(Images images) {
        return new ClassRows(images, square(images));
    }

    private static int square(Images images) {
        return (int) Math.ceil(Math.sqrt(images.count()));
    }

    /** As many images as asked for or a little more, so that every class has a full row. */
    static int filled(Experiment experiment, int columns, int usual) {
        return experiment.classes() == 0 ? usual : experiment.classes() * columns;
    }
}
