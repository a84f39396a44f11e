package org.ganatelier.ui.shell;

/**
 * Which places the window has room for. In a window that gets smaller they give way in this order:
 * the one below joins the others where the window is too low or too narrow for it; the curves join
 * the images; at last all panels share one place. What stands above the columns joins the images
 * before all that.
 *
 * @param columns side by side, 1 to 3
 * @param strip whether there is a place of its own below them
 * @param top whether there is one above them
 */
record Arrangement(int columns, boolean strip, boolean top) {
    /** Networks, images with their tabs and their switch, and curves with their legend. */
    private static final double THREE_COLUMNS = 1170;

    /** Networks, and beside them images or curves, above the image quality. */
    private static final double TWO_COLUMNS = 830;

    /** What stands above the strip needs about twice its height. */
    private static final double STRIP_FROM_HEIGHT = 580;

    /** The way from A to B beside the values of z. */
    private static final double STRIP_FROM_WIDTH = 940;

    /** Below it, images, curves and the strip still have what they need. */
    private static final double TOP_FROM_HEIGHT = 640;

    /** The arrangement of the largest window. */
    static final Arrangement WHOLE = new Arrangement(3, true, true);

    /**
     * The arrangement for a size.
     *
     * @param width of the place for all panels, in pixels at the usual size of everything
     * @param height of the same
     */
    static Arrangement of(double width, double height) {
        int columns = width >= THREE_COLUMNS ? 3 : width >= TWO_COLUMNS ? 2 : 1;
        boolean strip = height >= STRIP_FROM_HEIGHT && width >= STRIP_FROM_WIDTH;
        return new Arrangement(columns, strip, height >= TOP_FROM_HEIGHT && columns == 3);
    }

    /** Where the panels of a place stand. */
    Area of(Area area) {
        return switch (area) {
            case LEFT -> columns == 1 ? Area.MIDDLE : Area.LEFT;
            case MIDDLE -> Area.MIDDLE;
            // There is always room for a line.
            case LINE -> Area.LINE;
            case RIGHT -> columns < 3 ? Area.MIDDLE : Area.RIGHT;
            // Beside the images, from which its ends are chosen, as long as that can be.
            case TOP -> top ? Area.TOP : Area.MIDDLE;
            case BOTTOM -> strip ? Area.BOTTOM : of(Area.RIGHT);
        };
    }
}
