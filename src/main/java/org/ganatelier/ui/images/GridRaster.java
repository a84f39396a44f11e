package org.ganatelier.ui.images;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;

import java.util.Arrays;

/** Draws images as a grid into one buffer of colours. The geometry is in whole pixels. */
final class GridRaster {
    /** Between the images and around them. */
    static final int GAP = 2;

    private static final int OPAQUE = 0xFF000000;

    private final int columns;
    private final int rows;
    private final Shape.Image shape;
    private final AreaScale across;
    private final AreaScale down;

    /**
     * The largest grid that fits.
     *
     * @param shape of one image
     * @param width there is for the grid, in pixels
     * @param height there is for the grid, in pixels
     */
    GridRaster(int columns, int rows, Shape.Image shape, double width, double height) {
        this.columns = columns;
        this.rows = rows;
        this.shape = shape;
        double widest = (width - GAP) / columns - GAP;
        double highest = (height - GAP) / rows - GAP;
        double scale = Math.min(widest / shape.width(), highest / shape.height());
        across = new AreaScale(shape.width(), Math.max(1, (int) (shape.width() * scale)));
        down = new AreaScale(shape.height(), Math.max(1, (int) (shape.height() * scale)));
    }

    int width() {
        return columns * (cellWidth() + GAP) + GAP;
    }

    int height() {
        return rows * (cellHeight() + GAP) + GAP;
    }

    int cellWidth() {
        return across.size();
    }

    int cellHeight() {
        return down.size();
    }

    /** The left edge of an image. */
    int left(int index) {
        return GAP + index % columns * (cellWidth() + GAP);
    }

    /** The upper edge of an image. */
    int top(int index) {
        return topOfRow(index / columns);
    }

    /** The upper edge of a row of images. */
    int topOfRow(int row) {
        return GAP + row * (cellHeight() + GAP);
    }

    /** The image at a point, or -1 outside of the grid; a gap belongs to the image before it. */
    int indexAt(double x, double y) {
        int column = (int) Math.floor((x - GAP) / (cellWidth() + GAP));
        int row = (int) Math.floor((y - GAP) / (cellHeight() + GAP));
        boolean inside = column >= 0 && column < columns && row >= 0 && row < rows;
        return inside ? row * columns + column : -1;
    }

    /**
     * Draws.
     *
     * @param images of this raster's shape; grey where they have one channel, else red, green, blue
     * @param argb width * height colours, row by row
     * @param gap colour of the gaps
     */
    void draw(Images images, int[] argb, int gap) {
        Arrays.fill(argb, gap);
        int shown = Math.min(images.count(), columns * rows);
        int size = shape.height() * shape.width();
        var source = new float[size];
        var lines = new float[cellHeight() * shape.width()];
        boolean grey = shape.channels() == 1;
        for (int i = 0; i < shown; i++) {
            for (int channel = 0; channel < Math.min(3, shape.channels()); channel++) {
                int from = (i * shape.channels() + channel) * size;
                for (int p = 0; p < size; p++) {
                    source[p] = Byte.toUnsignedInt(images.pixels()[from + p]);
                }
                scaleDown(source, lines);
                int bits = grey ? 0x010101 : 0x010000 >> (8 * channel);
                put(lines, argb, i, bits, channel == 0);
            }
        }
    }

    private void scaleDown(float[] source, float[] lines) {
        int width = shape.width();
        for (int y = 0; y < cellHeight(); y++) {
            for (int x = 0; x < width; x++) {
                lines[y * width + x] = down.at(y, source, x, width);
            }
        }
    }

    private void put(float[] lines, int[] argb, int index, int bits, boolean overwrite) {
        for (int y = 0; y < cellHeight(); y++) {
            int target = (top(index) + y) * width() + left(index);
            for (int x = 0; x < cellWidth(); x++) {
                int value = Math.round(across.at(x, lines, y * shape.width(), 1)) * bits;
                argb[target + x] = overwrite ? OPAQUE | value : argb[target + x] | value;
            }
        }
    }
}
