package org.ganatelier.ui.charts;

import org.ganatelier.train.Buckets;
import org.ganatelier.train.History;
import org.ganatelier.train.quality.Estimate;
import org.ganatelier.train.quality.ScorePoint;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Scores of images, put into buckets like those of the curves beside them. */
final class ScoreBuckets {
    private final History history;
    private final List<ScorePoint> scores;

    ScoreBuckets(Material material) {
        history = material.history();
        scores = material.scores();
    }

    /**
     * A figure of the scores: the mean of each bucket, and how far its uncertainty reaches.
     *
     * @param most buckets, at least 2
     */
    Buckets thin(long from, long to, int most, Function<ScorePoint, Estimate> figure) {
        long origin = history.firstStep();
        long first = Math.max(from, origin) - origin;
        long last = Math.min(to, history.lastStep()) - origin;
        int bits = 0;
        while ((last >> bits) - (first >> bits) + 1 > most) {
            bits++;
        }
        int size = (int) Math.max(0, (last >> bits) - (first >> bits) + 1);
        Buckets empty = empty(origin + ((first >> bits) << bits), 1 << bits, size);
        for (ScorePoint point : scores) {
            // Images may be looked at before the first step.
            long step = Math.max(origin, point.step());
            long bucket = ((step - origin) >> bits) - (first >> bits);
            if (bucket >= 0 && bucket < size) {
                include(empty, (int) bucket, figure.apply(point));
            }
        }
        return empty;
    }

    private static void include(Buckets into, int i, Estimate found) {
        float value = (float) found.value();
        if (!Float.isFinite(value)) {
            return;
        }
        float spread = Double.isFinite(found.spread()) ? (float) found.spread() : 0;
        int before = into.count()[i]++;
        if (before == 0) {
            into.min()[i] = value - spread;
            into.max()[i] = value + spread;
            into.mean()[i] = value;
        } else {
            into.min()[i] = Math.min(into.min()[i], value - spread);
            into.max()[i] = Math.max(into.max()[i], value + spread);
            into.mean()[i] += (value - into.mean()[i]) / (before + 1);
        }
    }

    private static Buckets empty(long firstStep, int width, int size) {
        return new Buckets(
                firstStep, width, unknown(size), unknown(size), unknown(size), new int[size]);
    }

    private static float[] unknown(int size) {
        var values = new float[size];
        Arrays.fill(values, Float.NaN);
        return values;
    }
}
