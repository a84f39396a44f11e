package org.ganatelier.cli.support;

import org.ganatelier.data.Images;

/**
 * A picture made of Unicode's block elements: a character shows two pixels, one above the other.
 */
public final class HalfBlocks {
    /** Pixels at least as bright as this are drawn, where only black and white can be. */
    private static final int THRESHOLD = 112;

    private final int width;
    private final int height;
    private final int[] brightness;

    /**
     * @param picture a single grey image
     * @param columns characters in a line at most; a wider picture is made smaller
     */
    public HalfBlocks(Images picture, int columns) {
        int pictureWidth = picture.shape().width();
        width = Math.min(columns, pictureWidth);
        double scale = (double) pictureWidth / width;
        height = (int) Math.ceil(picture.shape().height() / scale);
        brightness = shrunk(picture, scale);
    }

    /** In plain text: a pixel is there or not. */
    public String plain() {
        return draw(
                (upper, lower) -> {
                    boolean top = upper >= THRESHOLD;
                    boolean bottom = lower >= THRESHOLD;
                    return top ? (bottom ? "█" : "▀") : (bottom ? "▄" : " ");
                },
                "");
    }

    /** In the greys of a terminal that knows 24-bit colours. */
    public String grey() {
        return draw(
                (upper, lower) ->
                        "\u001b[38;2;%1$d;%1$d;%1$dm\u001b[48;2;%2$d;%2$d;%2$dm▀"
                                .formatted(upper, lower),
                "\u001b[0m");
    }

    @FunctionalInterface
    private interface Cell {
        String draw(int upper, int lower);
    }

    private String draw(Cell cell, String endOfLine) {
        var text = new StringBuilder();
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x++) {
                text.append(cell.draw(at(x, y), at(x, y + 1)));
            }
            text.append(endOfLine).append('\n');
        }
        return text.toString();
    }

    private int at(int x, int y) {
        return y < height ? brightness[y * width + x] : 0;
    }

    /** The mean of the pixels that fall into one; every pixel is counted once. */
    private int[] shrunk(Images picture, double scale) {
        int fromWidth = picture.shape().width();
        int fromHeight = picture.shape().height();
        var sums = new int[width * height];
        var counts = new int[width * height];
        for (int y = 0; y < fromHeight; y++) {
            for (int x = 0; x < fromWidth; x++) {
                int row = (int) (y / scale);
                int to = row * width + Math.min(width - 1, (int) (x / scale));
                sums[to] += Byte.toUnsignedInt(picture.pixels()[y * fromWidth + x]);
                counts[to]++;
            }
        }
        var means = new int[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = sums[i] / Math.max(1, counts[i]);
        }
        return means;
    }
}
