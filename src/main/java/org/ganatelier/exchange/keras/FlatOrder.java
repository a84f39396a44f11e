package org.ganatelier.exchange.keras;

import org.ganatelier.exchange.model.ImageOrder;
import org.ganatelier.experiment.basics.Shape;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the values of a vector follow each other in Keras.
 *
 * @param image that the vector was or will be: its values run with the channels last; empty where
 *     they run as in this program
 */
record FlatOrder(Optional<Shape.Image> image) {
    static final FlatOrder OURS = new FlatOrder(Optional.empty());

    /** Of a vector that is an image of Keras, row by row, all channels of a pixel together. */
    static FlatOrder of(Shape.Image image) {
        boolean same = image.channels() == 1 || image.height() * (long) image.width() == 1;
        return same ? OURS : new FlatOrder(Optional.of(image));
    }

    /** For each place in Keras, the place here. */
    int[] places(int count) {
        return image.map(ImageOrder.CHANNELS_LAST::places)
                .orElseGet(() -> IntStream.range(0, count).toArray());
    }
}
