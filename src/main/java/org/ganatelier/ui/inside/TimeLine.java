package org.ganatelier.ui.inside;

import java.util.List;

/**
 * Where steps lie on an axis.
 *
 * @param steps ascending
 */
record TimeLine(List<Long> steps) {
    TimeLine {
        steps = List.copyOf(steps);
    }

    /** Pixels from the left edge to a time. */
    double x(int index, double width) {
        long first = steps.getFirst();
        long last = steps.getLast();
        return last == first ? width / 2 : (steps.get(index) - first) * width / (last - first);
    }

    /** The newest time that is not behind a place, by its index. */
    int nearest(double x, double width) {
        double step = steps.getFirst() + x / width * (steps.getLast() - (double) steps.getFirst());
        int low = 0;
        int high = steps.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (steps.get(middle) <= step) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
