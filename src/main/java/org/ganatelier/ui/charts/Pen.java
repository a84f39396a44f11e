package org.ganatelier.ui.charts;

import javafx.scene.paint.Color;

/** What draws the curves: on the screen, or into a file. Places are pixels from the upper left. */
interface Pen {
    /** How a line is broken. */
    enum Dash {
        NONE(0, 0),
        /** Of a level that has a meaning. */
        GUIDE(5, 4),
        /** Of what the coach said. */
        COACH(1, 3),
        /** Of the discriminator's curves, so that both are told apart without colours. */
        CURVE(7, 4);

        private final double stroke;
        private final double gap;

        Dash(double stroke, double gap) {
            this.stroke = stroke;
            this.gap = gap;
        }

        /** Lengths of strokes and gaps in turn; none for a line without gaps. */
        double[] pattern() {
            return gap == 0 ? new double[0] : new double[] {stroke, gap};
        }
    }

    /** What a line looks like. */
    record Stroke(Color color, double width, Dash dash) {}

    /** A line through the first {@code points} places. */
    void polyline(double[] x, double[] y, int points, Stroke stroke);

    /** An area around the first {@code points} places. */
    void polygon(double[] x, double[] y, int points, Color fill);

    /** A round dot. */
    void dot(double x, double y, double radius, Color fill);

    /** A line between two places. */
    default void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
        polyline(new double[] {fromX, toX}, new double[] {fromY, toY}, 2, stroke);
    }
}
