package org.ganatelier.ui.widget;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;

/** Pictures of images, pixel for pixel. */
public final class Pixels {
    private static final int OPAQUE = 0xFF000000;

    private Pixels() {}

    /**
     * The picture of one image.
     *
     * @param image holds at least one image; grey where it has one channel, else red, green, blue
     */
    public static Image of(Images image) {
        Shape.Image shape = image.shape();
        int size = shape.width() * shape.height();
        int green = shape.channels() < 3 ? 0 : size;
        var argb = new int[size];
        for (int i = 0; i < size; i++) {
            int red = Byte.toUnsignedInt(image.pixels()[i]);
            int others =
                    Byte.toUnsignedInt(image.pixels()[i + green]) << 8
                            | Byte.toUnsignedInt(image.pixels()[i + 2 * green]);
            argb[i] = OPAQUE | red << 16 | others;
        }
        var picture = new WritableImage(shape.width(), shape.height());
        picture.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        shape.width(),
                        shape.height(),
                        PixelFormat.getIntArgbInstance(),
                        argb,
                        0,
                        shape.width());
        return picture;
    }
}
