package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.Tensor;

import java.util.random.RandomGenerator;

/**
 * A dropout mask that is nowhere written down: whether a value is dropped follows from its place
 * and two random keys by a hash, which a vectorised loop computes faster than memory could be read.
 * The hash is {@code lowbias32} of Wellons, "Prospecting for Hash Functions" (2018), with a second
 * key in its middle. Places are counted with channels last, in whichever order values lie.
 */
final class HashedMask implements DropoutLayer.Mask {
    /** Of a hash so many bits decide. */
    private static final int BITS = 24;

    private static final int RANGE = 1 << BITS;
    private static final int SIGN = 31;
    private static final int IMAGE_RANK = 4;

    /** Of {@link #RANGE} equally likely values, those below are dropped. */
    private final int threshold;

    private final float scale;
    private int key;
    private int secondKey;

    HashedMask(double rate) {
        threshold = (int) Math.min(Math.round(rate * RANGE), RANGE - 1);
        scale = (float) (1 / (1 - rate));
    }

    @Override
    public void draw(RandomGenerator random) {
        key = random.nextInt();
        secondKey = random.nextInt();
    }

    @Override
    public void apply(Tensor from, Tensor to) {
        Order order = from.order();
        float[] values = from.heap(order);
        float[] kept = to.heapToWrite(order);
        if (order == Order.CHANNELS_LAST || from.shape().length < IMAGE_RANK) {
            keep(values, kept, 0, values.length, 0, 1);
            return;
        }
        int channels = from.length(1);
        int area = from.length(2) * from.length(3);
        for (int begin = 0; begin < values.length; begin += area) {
            int plane = begin / area;
            int first = plane / channels * channels * area + plane % channels;
            keep(values, kept, begin, area, first, channels);
        }
    }

    /**
     * Keeps or drops neighbours in memory.
     *
     * @param first the place of the first of them
     * @param step from a place to the next
     */
    private void keep(float[] from, float[] to, int begin, int count, int first, int step) {
        int firstKey = key;
        int otherKey = secondKey;
        for (int i = 0; i < count; i++) {
            int x = (first + i * step) ^ firstKey;
            x ^= x >>> 16;
            x *= 0x7feb352d;
            x ^= (x >>> 15) ^ otherKey;
            x *= 0x846ca68b;
            x ^= x >>> 16;
            // No branch: 1 where the hash is below the threshold.
            int below = ((x >>> (Integer.SIZE - BITS)) - threshold) >>> SIGN;
            to[begin + i] = from[begin + i] * (scale * (1 - below));
        }
    }
}
