package org.ganatelier.ui.latent;

import org.ganatelier.session.LatentExplorer;

/**
 * Where the bars of an equaliser stand: rows of equal length, in each bar zero in the middle.
 *
 * @param count how many bars there are
 * @param rows how many rows they fill
 * @param perRow how many bars a row holds, the last row perhaps fewer
 * @param width of the equaliser in pixels
 * @param height of the equaliser in pixels
 */
record Bars(int count, int rows, int perRow, double width, double height) {
    /** More bars in a row are too slim to be dragged. */
    private static final int MOST_IN_A_ROW = 32;

    /** More rows are too low to be dragged; what is left goes into longer rows. */
    private static final int MOST_ROWS = 8;

    /** Between two rows, and between two bars where they are wide enough. */
    private static final double GAP = 4;

    /** Bars for so many values. */
    static Bars of(int count, double width, double height) {
        int rows = Math.clamp(Math.ceilDiv(count, MOST_IN_A_ROW), 1, MOST_ROWS);
        return new Bars(count, rows, Math.max(1, Math.ceilDiv(count, rows)), width, height);
    }

    /** The row of a bar. */
    int row(int index) {
        return index / perRow;
    }

    /** The row at a height; outside, the nearest. */
    int rowAt(double y) {
        return Math.clamp((int) Math.floor(y / (rowHeight() + GAP)), 0, rows - 1);
    }

    /** The bar in a row at a place; outside, the nearest. */
    int indexAt(int row, double x) {
        int column = Math.clamp((int) Math.floor(x / cellWidth()), 0, perRow - 1);
        return Math.min(row * perRow + column, count - 1);
    }

    /** The value at a height in a row, within the range of the sliders. */
    double valueAt(int row, double y) {
        double part = 0.5 - (y - top(row)) / rowHeight();
        return Math.clamp(
                2 * part * LatentExplorer.RANGE, -LatentExplorer.RANGE, LatentExplorer.RANGE);
    }

    /** The left edge of a bar's place. */
    double left(int index) {
        return index % perRow * cellWidth();
    }

    /** The upper edge of a row. */
    double top(int row) {
        return row * (rowHeight() + GAP);
    }

    /** The height of a value in a row. */
    double y(int row, double value) {
        double part = Math.clamp(value / LatentExplorer.RANGE, -1, 1);
        return top(row) + (1 - part) / 2 * rowHeight();
    }

    double cellWidth() {
        return width / perRow;
    }

    double rowHeight() {
        return (height - GAP * (rows - 1)) / rows;
    }
}
