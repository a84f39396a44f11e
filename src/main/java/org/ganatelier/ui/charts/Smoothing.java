package org.ganatelier.ui.charts;

/** How much of the noise of single batches a line leaves out. */
enum Smoothing {
    NONE(0),
    LIGHT(1.0 / 160),
    NORMAL(1.0 / 40),
    STRONG(1.0 / 10);

    private final double neighbourhood;

    Smoothing(double neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    /** The line looks at this part of what is seen to each side. */
    double neighbourhood() {
        return neighbourhood;
    }
}
