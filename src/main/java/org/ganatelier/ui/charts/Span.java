package org.ganatelier.ui.charts;

/**
 * A part of the axis of steps.
 *
 * @param from step at its left end
 * @param to step at its right end, above {@code from}
 */
record Span(double from, double to) {
    double length() {
        return to - from;
    }

    boolean contains(double step) {
        return step >= from && step <= to;
    }
}
