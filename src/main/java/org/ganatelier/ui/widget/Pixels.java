package org.ganatelier.ui.widget;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;

/** Pictures of images, pixel for pixel. */
public final class Pixels {
    private static final int BYTE = 0xFF;
    private static final int OPAQUE = 0xFF000000;

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

    /**
     * A picture of one image in another size, each pixel with sharp edges. JavaFX itself enlarges
     * smoothly where there is no graphics card, whatever it is told.
     *
     * @param image holds at least one image
     * @param width of the picture in pixels, at least 1
     * @param height likewise
     */
    public static Image of(Images image, int width, int height) {
        return scaled(image.argb(), image.shape(), width, height);
    }

    /**
     * A picture of colours in another size, each with sharp edges.
     *
     * @param argb shape.height() * shape.width() opaque colours, row by row
     */
    public static Image scaled(int[] argb, Shape.Image shape, int width, int height) {
        var across = new AreaScale(shape.width(), width);
        var down = new AreaScale(shape.height(), height);
        var large = new int[width * height];
        var source = new float[argb.length];
        var lines = new float[height * shape.width()];
        for (int shift = 0; shift <= 16; shift += 8) {
            for (int i = 0; i < source.length; i++) {
                source[i] = argb[i] >> shift & BYTE;
            }
            for (int i = 0; i < lines.length; i++) {
                lines[i] = down.at(i / shape.width(), source, i % shape.width(), shape.width());
            }
            for (int i = 0; i < large.length; i++) {
                float value = across.at(i % width, lines, i / width * shape.width(), 1);
                large[i] |= OPAQUE | Math.round(value) << shift;
            }
        }
        var picture = new WritableImage(width, height);
        picture.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), large, 0, width);
        return picture;
    }
}
