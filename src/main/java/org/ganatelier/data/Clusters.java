package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Finds groups of samples that resemble each other, about equally large ones, without any labels:
 * k-means (Lloyd 1982; seeds by Arthur and Vassilvitskii 2007, k-means++) of the samples made
 * small. The groups are equally large because a price is laid upon each that has too many, until
 * enough samples choose another one, as in an auction (Bertsekas 1988). So who draws a label by
 * chance asks for as many of a group as there are. Plain sums in a fixed order: the same set gives
 * the same groups on every machine.
 */
final class Clusters {
    /** The middles are found among so many samples, spread over the set. */
    private static final int SOME = 3_000;

    /** Longest side of the images that are compared: more tells strokes' places, not shapes. */
    private static final int SIDE = 14;

    /** Any number would do; it is not the experiment's, whose seed must not change the data. */
    private static final long SEED = 7;

    /** Seeds may lie badly: so many are tried, and those taken that end nearest to the samples. */
    private static final int TRIES = 3;

    private static final int ROUNDS_FREE = 12;
    private static final int ROUNDS_EVEN = 8;

    /** Rounds of an auction, and how prices move in the first one and from each to the next. */
    private static final int BIDS = 40;

    private static final float FIRST_MOVE = 0.1f;
    private static final float NEXT_MOVE = 0.9f;

    private final Dataset set;
    private final int count;
    private final float[] read;

    /** Of each group: each auction begins with those of the one before. */
    private final float[] prices;

    private final int features;

    private Clusters(Dataset set, int count) {
        this.set = set;
        this.count = Math.min(count, set.size());
        read = new float[(int) set.shape().size()];
        prices = new float[this.count];
        features = features(set.shape());
    }

    /**
     * The group of each sample.
     *
     * @param count of groups, from 1 to 256
     * @return unsigned bytes from 0; some groups are empty where the set has fewer samples
     */
    static byte[] of(Dataset set, int count) {
        return new Clusters(set, count).find();
    }

    private byte[] find() {
        int some = Math.min(SOME, set.size());
        var spread = new float[some][];
        for (int i = 0; i < some; i++) {
            spread[i] = small((int) ((long) i * set.size() / some));
        }
        float[][] middles = freely(spread);
        for (int round = 0; round < ROUNDS_EVEN; round++) {
            middles = middles(spread, evenly(distances(spread, middles)), middles);
        }
        float[][] columns = columns(middles);
        var all = new float[set.size()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = distances(small(i), columns);
        }
        int[] found = evenly(all);
        var labels = new byte[found.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) found[i];
        }
        return labels;
    }

    private float[][] freely(float[][] samples) {
        var random = new SplittableRandom(SEED);
        var best = new float[0][];
        double least = Double.MAX_VALUE;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            float[][] middles = seeds(samples, random);
            for (int round = 0; round < ROUNDS_FREE; round++) {
                int[] groups = nearest(distances(samples, middles));
                middles = middles(samples, groups, middles);
            }
            double far =
                    Arrays.stream(distances(samples, middles)).mapToDouble(Clusters::least).sum();
            if (far < least) {
                least = far;
                best = middles;
            }
        }
        return best;
    }

    private float[][] seeds(float[][] samples, SplittableRandom random) {
        var seeds = new float[count][];
        seeds[0] = samples[random.nextInt(samples.length)];
        var left = new double[samples.length];
        Arrays.fill(left, Double.MAX_VALUE);
        for (int k = 1; k < count; k++) {
            double sum = 0;
            for (int i = 0; i < left.length; i++) {
                left[i] = Math.min(left[i], distance(samples[i], seeds[k - 1]));
                sum += left[i];
            }
            double drawn = random.nextDouble() * sum;
            int at = 0;
            while (at < left.length - 1 && drawn >= left[at]) {
                drawn -= left[at];
                at++;
            }
            seeds[k] = samples[at];
        }
        return seeds;
    }

    /** The mean of each group's samples; an empty group stays where it was. */
    private float[][] middles(float[][] samples, int[] groups, float[][] before) {
        var sums = new double[count][features];
        var sizes = new int[count];
        for (int i = 0; i < samples.length; i++) {
            sizes[groups[i]]++;
            for (int j = 0; j < features; j++) {
                sums[groups[i]][j] += samples[i][j];
            }
        }
        var middles = new float[count][];
        for (int k = 0; k < count; k++) {
            middles[k] = sizes[k] == 0 ? before[k] : mean(sums[k], sizes[k]);
        }
        return middles;
    }

    private static float[] mean(double[] sum, int size) {
        var mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / size);
        }
        return mean;
    }

    /** For each sample the group that is nearest, and equally full as the others. */
    private int[] evenly(float[][] distances) {
        double mean = Arrays.stream(distances).mapToDouble(Clusters::sum).average().orElseThrow();
        float move = (float) (FIRST_MOVE * mean / count);
        float fair = (float) distances.length / count;
        int[] chosen = nearest(distances);
        for (int bid = 0; bid < BIDS; bid++) {
            var sizes = new int[count];
            for (int group : chosen) {
                sizes[group]++;
            }
            for (int k = 0; k < count; k++) {
                prices[k] += move * (sizes[k] - fair) / fair;
            }
            move *= NEXT_MOVE;
            chosen = nearest(distances);
        }
        return chosen;
    }

    /** For each sample the group that is nearest, its price included. */
    private int[] nearest(float[][] distances) {
        return IntStream.range(0, distances.length).map(i -> nearest(distances[i])).toArray();
    }

    private int nearest(float[] distances) {
        int best = 0;
        float least = Float.MAX_VALUE;
        for (int k = 0; k < distances.length; k++) {
            float cost = distances[k] + prices[k];
            if (cost < least) {
                least = cost;
                best = k;
            }
        }
        return best;
    }

    private float[][] distances(float[][] samples, float[][] middles) {
        float[][] columns = columns(middles);
        var found = new float[samples.length][];
        for (int i = 0; i < samples.length; i++) {
            found[i] = distances(samples[i], columns);
        }
        return found;
    }

    /** Feature by feature, so that {@link #distances(float[], float[][])} is a vectorised loop. */
    private float[][] columns(float[][] middles) {
        var columns = new float[features][count];
        for (int k = 0; k < count; k++) {
            for (int j = 0; j < features; j++) {
                columns[j][k] = middles[k][j];
            }
        }
        return columns;
    }

    /** Of a sample to all middles, squared. */
    private float[] distances(float[] sample, float[][] columns) {
        var found = new float[count];
        for (int j = 0; j < sample.length; j++) {
            add(sample[j], columns[j], found);
        }
        return found;
    }

    private static void add(float value, float[] others, float[] sums) {
        for (int k = 0; k < sums.length; k++) {
            float difference = value - others[k];
            sums[k] += difference * difference;
        }
    }

    /** Squared. */
    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }

    private static double least(float[] values) {
        double least = values[0];
        for (float value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static int features(Shape shape) {
        return switch (shape) {
            case Shape.Flat(int units) -> units;
            case Shape.Image image -> {
                int block = block(image);
                int rows = (image.height() + block - 1) / block;
                int columns = (image.width() + block - 1) / block;
                yield image.channels() * rows * columns;
            }
        };
    }

    /** How many pixels of a side become one. */
    private static int block(Shape.Image image) {
        return (Math.max(image.height(), image.width()) + SIDE - 1) / SIDE;
    }

    /** What a sample is compared by. */
    private float[] small(int index) {
        set.read(index, read, 0);
        return switch (set.shape()) {
            case Shape.Flat _ -> read.clone();
            case Shape.Image image -> small(image);
        };
    }

    private float[] small(Shape.Image image) {
        int block = block(image);
        int columns = (image.width() + block - 1) / block;
        int rows = (image.height() + block - 1) / block;
        var small = new float[features];
        float share = 1f / (block * block);
        int at = 0;
        for (int channel = 0; channel < image.channels(); channel++) {
            for (int y = 0; y < image.height(); y++) {
                int row = (channel * rows + y / block) * columns;
                for (int x = 0; x < image.width(); x++) {
                    small[row + x / block] += read[at++] * share;
                }
            }
        }
        return small;
    }
}
