package org.ganatelier.ui.widget;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;

/** Pictures of images, pixel for pixel. */
public final class Pixels {
    private Pixels() {}

    /**
     * The picture of one image.
     *
     * @param image holds at least one image; grey where it has one channel, else red, green, blue
     */
    public static Image of(Images image) {
        Shape.Image shape = image.shape();
        var picture = new WritableImage(shape.width(), shape.height());
        picture.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        shape.width(),
                        shape.height(),
                        PixelFormat.getIntArgbInstance(),
                        image.argb(),
                        0,
                        shape.width());
        return picture;
    }
}
