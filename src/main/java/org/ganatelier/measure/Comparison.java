package org.ganatelier.measure;

import org.ganatelier.data.Dataset;
import org.ganatelier.data.Images;
import org.ganatelier.data.Samples;
import org.ganatelier.train.quality.Variety;
import org.ganatelier.train.quality.Variety.Likeness;

import java.util.Optional;

/**
 * Compares generated samples with each other and with the real ones of their data set. Immutable;
 * may be used from any thread.
 */
public final class Comparison {
    /** Real samples between which distances are measured: enough for two digits of their mean. */
    private static final int REAL = 1000;

    /** Of real samples that are compared with at most: larger sets are compared with in part. */
    private static final long MOST_BYTES = 64L << 20;

    /**
     * Images run from 0 to 1 where the nearest are looked for, and from -1 to 1 in the networks.
     */
    private static final double RANGE = 2;

    private final Samples known;
    private final Variety real;

    /**
     * Takes as long as comparing so many real samples with all takes.
     *
     * @param data that the generator learns from
     * @param count how many real samples to look at for the baseline
     */
    public Comparison(Dataset data, int count) {
        int most = (int) Math.min(data.size(), Math.max(REAL, MOST_BYTES / data.shape().size()));
        known = data.pick(Images.spread(most, data.size()));
        real = baseline(known, count);
    }

    private static Variety baseline(Samples known, int count) {
        int[] some = Images.spread(count, known.count());
        Optional<Likeness> likeness =
                known instanceof Images images && images.count() > 2
                        ? Optional.of(likeness(Nearest.among(images, some)))
                        : Optional.empty();
        return new Variety(
                some.length, between(known.pick(Images.spread(REAL, known.count()))), likeness);
    }

    /** The same of real samples. */
    public Variety real() {
        return real;
    }

    /** How different samples are from each other: quick. */
    public Variety among(Samples samples) {
        return new Variety(samples.count(), between(samples), Optional.empty());
    }

    /** How different samples are from each other and from real ones: compares each with all. */
    public Variety withReal(Samples samples) {
        Optional<Likeness> likeness =
                samples instanceof Images images && known instanceof Images all && all.count() > 1
                        ? Optional.of(likeness(Nearest.of(images, all)))
                        : Optional.empty();
        return new Variety(samples.count(), between(samples), likeness);
    }

    private static Likeness likeness(Nearest nearest) {
        return new Likeness(RANGE * nearest.median(), nearest.copies());
    }

    /**
     * The root of the mean square difference over all pairs and values. The mean square of the
     * distances of all pairs is twice the variance, so that no pair need be looked at.
     */
    static double between(Samples samples) {
        int count = samples.count();
        int size = (int) samples.shape().size();
        if (count < 2) {
            return 0;
        }
        var value = new float[size];
        var sum = new double[size];
        var squares = new double[size];
        for (int i = 0; i < count; i++) {
            samples.read(i, value, 0);
            for (int p = 0; p < size; p++) {
                sum[p] += value[p];
                squares[p] += (double) value[p] * value[p];
            }
        }
        double variance = 0;
        for (int p = 0; p < size; p++) {
            variance += Math.max(0, squares[p] - sum[p] * sum[p] / count) / (count - 1);
        }
        return Math.sqrt(2 * variance / size);
    }
}
