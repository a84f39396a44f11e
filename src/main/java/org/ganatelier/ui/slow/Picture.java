package org.ganatelier.ui.slow;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.train.dissection.SampleValues;

/**
 * A picture whose pixels are to be seen one by one. The colours are not copied: whoever makes an
 * instance hands them over.
 *
 * @param argb width * height colours, row by row
 */
record Picture(int width, int height, int[] argb) {
    /** What is made brighter, and what darker: orange and blue differ for every eye. */
    private static final int UP = 0xF0883E;

    private static final int DOWN = 0x3E9BF0;

    /** Small values are lifted, so that more than the largest few are seen. */
    private static final double GAMMA = 0.6;

    private static final int BYTE = 255;
    private static final int ALPHA = 24;

    /** Cells of a vector's picture, in a row. */
    private static final int CELLS = 8;

    static Picture of(Images image) {
        return new Picture(image.shape().width(), image.shape().height(), image.argb());
    }

    /**
     * Signed values of one sample, orange above zero and blue below, over whatever is behind it.
     * Channels are added up.
     *
     * @param most the value of full colour
     */
    static Picture heat(SampleValues values, int index, float most) {
        Shape.Image shape = values.shape().asImage();
        float[] all = values.of(index);
        int area = shape.height() * shape.width();
        var colours = new int[area];
        for (int i = 0; i < area; i++) {
            double sum = 0;
            for (int channel = 0; channel < shape.channels(); channel++) {
                sum += all[channel * area + i];
            }
            colours[i] = colour(sum / shape.channels(), most);
        }
        return new Picture(shape.width(), shape.height(), colours);
    }

    /**
     * The numbers of a vector as a block of cells, row by row.
     *
     * @param most the value of full colour
     */
    static Picture cells(SampleValues values, int index, float most) {
        float[] all = values.of(index);
        int width = Math.max(1, Math.min(CELLS, (int) Math.ceil(Math.sqrt(all.length))));
        int height = (all.length + width - 1) / width;
        var colours = new int[width * height];
        for (int i = 0; i < all.length; i++) {
            colours[i] = colour(all[i], most);
        }
        return new Picture(width, height, colours);
    }

    private static int colour(double value, double most) {
        double share = most == 0 ? 0 : Math.min(1, Math.abs(value) / most);
        int alpha = (int) Math.round(BYTE * Math.pow(share, GAMMA));
        return alpha << ALPHA | (value > 0 ? UP : DOWN);
    }

    /** The same picture, each pixel a square of so many. */
    Image enlarged(int factor) {
        int wide = width * factor;
        int high = height * factor;
        var pixels = new int[wide * high];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = argb[i / wide / factor * width + i % wide / factor];
        }
        var image = new WritableImage(wide, high);
        image.getPixelWriter()
                .setPixels(0, 0, wide, high, PixelFormat.getIntArgbInstance(), pixels, 0, wide);
        return image;
    }
}
