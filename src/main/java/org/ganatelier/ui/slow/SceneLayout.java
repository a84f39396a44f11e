package org.ganatelier.ui.slow;

/**
 * How large pictures are, so that as much as possible is seen at once and each pixel is large
 * enough to be seen at all. All sizes are in pixels at the usual size of everything.
 *
 * @param unit pixels of a picture's longer side: its own are enlarged by a whole number
 * @param count of pictures in a row
 */
record SceneLayout(int unit, int count) {
    /** Pixels of the usual images are then squares of two. */
    static final double LEAST = 64;

    /** Between pictures. */
    static final double GAP = 10;

    /** A picture that is larger says no more. */
    private static final double MOST = 150;

    /** One that is alone may be larger. */
    private static final double MOST_ALONE = 300;

    /** Columns of a row that comes without a second one. */
    private static final int FEWEST = 4;

    /**
     * A row of pictures.
     *
     * @param side of a picture
     * @param wraps whether it is in two rows
     */
    record Found(double side, boolean wraps) {}

    /**
     * Pictures of one of several rows.
     *
     * @param width there is for a row
     * @param height there is for the pictures of a row
     */
    Found oneOfSeveral(double width, double height) {
        return new Found(limited(Math.min(height, column(width, Math.min(count, FEWEST)))), false);
    }

    /**
     * The pictures of a single row, or of two where they are larger so.
     *
     * @param width there is
     * @param height there is for pictures and what stands below each
     * @param words height of what stands below a picture
     */
    Found single(double width, double height, double words) {
        double one = Math.min(height - words, column(width, count));
        double two = Math.min((height - GAP) / 2 - words, column(width, (count + 1) / 2));
        boolean wraps = count > 1 && (limited(two) > limited(one) || one < LEAST);
        return new Found(limited(wraps ? two : one), wraps);
    }

    private static double column(double width, int columns) {
        return (width - (columns - 1) * GAP) / columns;
    }

    private double limited(double side) {
        double fitting = Math.clamp(side, LEAST, count == 1 ? MOST_ALONE : MOST);
        return fitting < unit ? fitting : fitting - fitting % unit;
    }
}
