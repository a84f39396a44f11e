package org.ganatelier.ui.charts;

import org.ganatelier.train.Buckets;
import org.ganatelier.train.History;
import org.ganatelier.train.History.Curve;
import org.ganatelier.train.Metrics;

import java.util.Arrays;

/**
 * What the horizontal axis counts: a rising function of the step, straight between some steps and
 * beyond them.
 */
final class XAxis {
    /** What can be counted. */
    enum Unit {
        STEPS,
        /** Of training, pauses left out. */
        SECONDS,
        /** Passes over the data. */
        EPOCHS
    }

    /** So many straight pieces follow a speed that changes as closely as a pixel shows it. */
    private static final int PIECES = 512;

    /** Two neighbouring places of the axis are at least this part of their size apart. */
    private static final double LEAST_RISE = 1e-9;

    private final Unit unit;
    private final double[] steps;
    private final double[] places;

    private XAxis(Unit unit, double[] steps, double[] places) {
        this.unit = unit;
        this.steps = steps;
        this.places = places;
    }

    /** Steps themselves. */
    static XAxis ofSteps() {
        return new XAxis(Unit.STEPS, new double[] {0, 1}, new double[] {0, 1});
    }

    /** An axis in the unit that was asked for, or in steps where the history does not know it. */
    static XAxis of(Unit wanted, History history) {
        return switch (wanted) {
            case STEPS -> ofSteps();
            case SECONDS -> ofSeconds(history);
            case EPOCHS -> ofEpochs(history);
        };
    }

    private static XAxis ofEpochs(History history) {
        double each =
                history.latest().map(now -> now.epoch() / (double) now.step()).orElse(Double.NaN);
        return each > 0 && Double.isFinite(each)
                ? new XAxis(Unit.EPOCHS, new double[] {0, 1}, new double[] {0, each})
                : ofSteps();
    }

    private static XAxis ofSeconds(History history) {
        double end = history.latest().map(Metrics::seconds).orElse(Double.NaN);
        if (!(end > 0)) {
            return ofSteps();
        }
        Buckets known =
                history.thin(Curve.SECONDS, history.firstStep(), history.lastStep(), PIECES);
        var steps = new double[known.size() + 3];
        var places = new double[known.size() + 3];
        // The clock began with the first step of all, or before the first that is known.
        int count = 1;
        for (int i = 0; i < known.size(); i++) {
            if (known.count()[i] > 0) {
                // The clock never goes back: the greatest value is that of the last step.
                long until = known.firstStep() + (i + 1L) * known.width() - 1;
                count = add(steps, places, count, (double) until, known.max()[i]);
            }
        }
        count = trim(steps, count, (double) history.lastStep());
        double last = (double) history.lastStep();
        count = add(steps, places, count, last, end);
        // What is to come takes as long as all before; the last steps alone may have been slow.
        count = add(steps, places, count, 2 * last, 2 * end);
        return new XAxis(Unit.SECONDS, Arrays.copyOf(steps, count), Arrays.copyOf(places, count));
    }

    private static int trim(double[] steps, int count, double last) {
        int kept = count;
        while (kept > 1 && steps[kept - 1] >= last) {
            kept--;
        }
        return kept;
    }

    private static int add(double[] steps, double[] places, int count, double step, double place) {
        steps[count] = step;
        double before = places[count - 1];
        places[count] = Math.max(place, before + LEAST_RISE * Math.max(1, before));
        return count + 1;
    }

    Unit unit() {
        return unit;
    }

    /** Where a step lies, in the axis's unit. */
    double at(double step) {
        return between(steps, places, step);
    }

    /** Which step lies at a place. */
    double step(double at) {
        return between(places, steps, at);
    }

    private static double between(double[] from, double[] to, double value) {
        int found = Arrays.binarySearch(from, value);
        int upper = Math.clamp(found >= 0 ? found : -found - 1, 1, from.length - 1);
        double share = (value - from[upper - 1]) / (from[upper] - from[upper - 1]);
        return to[upper - 1] + share * (to[upper] - to[upper - 1]);
    }
}
