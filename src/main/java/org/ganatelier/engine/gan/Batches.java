package org.ganatelier.engine.gan;

import org.ganatelier.data.Dataset;
import org.ganatelier.train.RandomStream;

import java.util.random.RandomGenerator;

/** Real images in an order shuffled anew for each epoch. */
public class Batches {
    private final Dataset data;
    private final long seed;
    private final int[] order;
    private long orderOfEpoch = -1;
    private long drawn;

    public Batches(Dataset data, long seed) {
        this.data = data;
        this.seed = seed;
        order = new int[data.size()];
    }

    /** Writes the next {@code count} images, one after the other. */
    public void next(float[] values, int count) {
        int size = (int) data.shape().size();
        for (int i = 0; i < count; i++) {
            data.read(nextIndex(), values, i * size);
        }
    }

    /**
     * Writes the next images, one after the other, and their labels.
     *
     * @param labels receives one for each image: as many are drawn
     */
    public void next(float[] values, byte[] labels) {
        int size = (int) data.shape().size();
        byte[] all = data.labels().orElseThrow();
        for (int i = 0; i < labels.length; i++) {
            int index = nextIndex();
            data.read(index, values, i * size);
            labels[i] = all[index];
        }
    }

    /** Which image comes next. */
    public int nextIndex() {
        shuffleFor(drawn / order.length);
        return order[(int) (drawn++ % order.length)];
    }

    /** Passes over the data so far. */
    double epoch() {
        return (double) drawn / order.length;
    }

    /** Images drawn so far. */
    long drawn() {
        return drawn;
    }

    void skipTo(long count) {
        drawn = count;
    }

    /** Fisher-Yates, as in Knuth's algorithm P. */
    private void shuffleFor(long epoch) {
        if (epoch == orderOfEpoch) {
            return;
        }
        RandomGenerator random = RandomStream.SHUFFLE.draw(seed, epoch);
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        orderOfEpoch = epoch;
    }
}
