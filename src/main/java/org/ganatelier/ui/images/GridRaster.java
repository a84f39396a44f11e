package org.ganatelier.ui.images;

import org.ganatelier.data.Images;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.ui.widget.AreaScale;
import org.ganatelier.ui.widget.HeatColours;

import java.util.Arrays;

/**
 * Draws images as a grid into one buffer of colours, on request with a border around each. The
 * geometry is in whole pixels.
 */
final class GridRaster {
    /** Between images and around them. */
    static final int GAP = 2;

    /** Of a coloured border: more would take too much from the images, less is hard to see. */
    static final int BORDER = 3;

    private static final int OPAQUE = 0xFF000000;

    private final int columns;
    private final int rows;
    private final Shape.Image shape;
    private final int gap;
    private final AreaScale across;
    private final AreaScale down;

    /**
     * The largest grid that fits.
     *
     * @param shape of one image
     * @param width there is for the grid, in pixels
     * @param height there is for the grid, in pixels
     * @param bordered whether there is room for borders
     */
    GridRaster(
            int columns,
            int rows,
            Shape.Image shape,
            double width,
            double height,
            boolean bordered) {
        this.columns = columns;
        this.rows = rows;
        this.shape = shape;
        gap = bordered ? GAP + 2 * BORDER : GAP;
        double widest = (width - gap) / columns - gap;
        double highest = (height - gap) / rows - gap;
        double scale = Math.min(widest / shape.width(), highest / shape.height());
        across = new AreaScale(shape.width(), Math.max(1, (int) (shape.width() * scale)));
        down = new AreaScale(shape.height(), Math.max(1, (int) (shape.height() * scale)));
    }

    int width() {
        return columns * (cellWidth() + gap) + gap;
    }

    int height() {
        return rows * (cellHeight() + gap) + gap;
    }

    int cellWidth() {
        return across.size();
    }

    int cellHeight() {
        return down.size();
    }

    /** How many images there is a place for. */
    int places() {
        return columns * rows;
    }

    /** The left edge of an image. */
    int left(int index) {
        return gap + index % columns * (cellWidth() + gap);
    }

    /** The upper edge of an image. */
    int top(int index) {
        return topOfRow(index / columns);
    }

    /** The upper edge of a row of images. */
    int topOfRow(int row) {
        return gap + row * (cellHeight() + gap);
    }

    /** The image at a point, or -1 outside of the grid; a gap belongs to the image before it. */
    int indexAt(double x, double y) {
        int column = (int) Math.floor((x - gap) / (cellWidth() + gap));
        int row = (int) Math.floor((y - gap) / (cellHeight() + gap));
        boolean inside = column >= 0 && column < columns && row >= 0 && row < rows;
        return inside ? row * columns + column : -1;
    }

    /** Whether this is the largest grid there, too. */
    boolean isLike(GridRaster other) {
        return gap == other.gap && width() == other.width() && height() == other.height();
    }

    /** The width of a gap. */
    int gap() {
        return gap;
    }

    /**
     * Draws.
     *
     * @param images of this raster's shape; grey where they have one channel, else red, green, blue
     * @param argb width * height colours, row by row
     * @param background colour of the gaps
     */
    void draw(Images images, int[] argb, int background) {
        Arrays.fill(argb, background);
        int shown = Math.min(images.count(), places());
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

    /** Draws a border of one colour around the place of an image. */
    void border(int index, int colour, int[] argb) {
        int left = left(index) - BORDER;
        int right = left(index) + cellWidth() + BORDER;
        for (int y = top(index) - BORDER; y < top(index) + cellHeight() + BORDER; y++) {
            boolean beside = y >= top(index) && y < top(index) + cellHeight();
            int line = y * width();
            if (beside) {
                Arrays.fill(argb, line + left, line + left(index), colour);
                Arrays.fill(argb, line + right - BORDER, line + right, colour);
            } else {
                Arrays.fill(argb, line + left, line + right, colour);
            }
        }
    }

    /**
     * Lays what D would change over an image.
     *
     * @param heat -1 (darker) to 1 (brighter) for each pixel of each image
     * @param image whose heat is laid over the image drawn at this index
     */
    void overlay(int index, float[] heat, int image, int[] argb) {
        int size = shape.height() * shape.width();
        var source = Arrays.copyOfRange(heat, image * size, (image + 1) * size);
        var lines = new float[cellHeight() * shape.width()];
        scaleDown(source, lines);
        for (int y = 0; y < cellHeight(); y++) {
            int target = (top(index) + y) * width() + left(index);
            for (int x = 0; x < cellWidth(); x++) {
                float value = across.at(x, lines, y * shape.width(), 1);
                argb[target + x] = HeatColours.over(argb[target + x], value);
            }
        }
    }
}
