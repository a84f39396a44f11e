package org.ganatelier.engine.layers;

import org.ganatelier.engine.nd4j.Tensor;

import java.util.random.RandomGenerator;

/** A dropout mask out of one random number after the other: as it was drawn at first. */
final class MaskInTurn implements DropoutLayer.Mask {
    private static final int LANES = 4;
    private static final int LANE_BITS = 16;
    private static final int LANE_RANGE = 1 << LANE_BITS;

    /** Of 65,536 equally likely values, those below are dropped: rates are exact to 1 / 131,072. */
    private final int threshold;

    private final float scale;
    private final int size;
    private float[] mask = {};

    /**
     * @param size of what is dropped from
     */
    MaskInTurn(double rate, int size) {
        threshold = (int) Math.min(Math.round(rate * LANE_RANGE), LANE_RANGE - 1);
        scale = (float) (1 / (1 - rate));
        this.size = size;
    }

    @Override
    public void draw(RandomGenerator random) {
        if (mask.length == 0) {
            mask = new float[size];
        }
        for (int i = 0; i < mask.length; ) {
            long bits = random.nextLong();
            for (int lane = 0; lane < LANES && i < mask.length; lane++, i++, bits >>>= LANE_BITS) {
                mask[i] = (int) (bits & (LANE_RANGE - 1)) < threshold ? 0 : scale;
            }
        }
    }

    @Override
    public void apply(Tensor from, Tensor to) {
        multiply(from.heap(), mask, to.heapToWrite());
    }

    private static void multiply(float[] a, float[] b, float[] product) {
        for (int i = 0; i < product.length; i++) {
            product[i] = a[i] * b[i];
        }
    }
}
