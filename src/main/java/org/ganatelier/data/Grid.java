package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;

/** Many images side by side in one picture. */
public final class Grid {
    private Grid() {}

    /**
     * Tiles images row by row on black, with a gap between them and around them.
     *
     * @param columns images in a row, at least 1
     * @param gap width of the gaps in pixels, at least 0
     * @return a single image
     */
    public static Images of(Images images, int columns, int gap) {
        Shape.Image tile = images.shape();
        int rows = Math.ceilDiv(images.count(), columns);
        var shape =
                new Shape.Image(
                        rows * (tile.height() + gap) + gap,
                        columns * (tile.width() + gap) + gap,
                        tile.channels());
        var pixels = new byte[(int) shape.size()];
        int planes = images.count() * tile.channels();
        for (int plane = 0; plane < planes; plane++) {
            int image = plane / tile.channels();
            int channel = plane % tile.channels();
            int top = gap + image / columns * (tile.height() + gap);
            int left = gap + image % columns * (tile.width() + gap);
            for (int y = 0; y < tile.height(); y++) {
                System.arraycopy(
                        images.pixels(),
                        (plane * tile.height() + y) * tile.width(),
                        pixels,
                        (channel * shape.height() + top + y) * shape.width() + left,
                        tile.width());
            }
        }
        return new Images(1, shape, pixels);
    }

    /**
     * Makes every pixel a square of {@code factor} by {@code factor} pixels, so that small images
     * are large enough to look at.
     *
     * @param factor at least 1
     */
    public static Images enlarged(Images images, int factor) {
        Shape.Image from = images.shape();
        var shape = new Shape.Image(from.height() * factor, from.width() * factor, from.channels());
        var pixels = new byte[(int) (images.count() * shape.size())];
        // Channels and images follow each other, so all rows can be seen as one tall picture.
        int rows = pixels.length / shape.width();
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < shape.width(); x++) {
                pixels[y * shape.width() + x] =
                        images.pixels()[y / factor * from.width() + x / factor];
            }
        }
        return new Images(images.count(), shape, pixels);
    }
}
