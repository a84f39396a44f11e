package org.ganatelier.train;

/** Extremes and mean of what was put in; NaN as long as nothing was. */
final class Summary {
    private float min;
    private float max;
    private double sum;
    private int count;

    Summary() {
        clear();
    }

    void clear() {
        min = Float.NaN;
        max = Float.NaN;
        sum = 0;
        count = 0;
    }

    /** Puts in one value, or nothing if it is NaN. */
    void include(float value) {
        if (!Float.isNaN(value)) {
            include(value, value, value, 1);
        }
    }

    /** Puts in several values of which only the extremes and the mean are known. */
    void include(float least, float greatest, float average, int values) {
        min = count == 0 ? least : Math.min(min, least);
        max = count == 0 ? greatest : Math.max(max, greatest);
        sum += (double) average * values;
        count += values;
    }

    float min() {
        return min;
    }

    float max() {
        return max;
    }

    float mean() {
        return (float) (sum / count);
    }

    int count() {
        return count;
    }
}
