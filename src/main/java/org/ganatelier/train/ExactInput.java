package org.ganatelier.train;

import org.ganatelier.experiment.basics.Side;

/**
 * What a network is given, value for value: images here are not rounded to pixels. The arrays are
 * not copied: whoever makes an instance hands them over.
 *
 * @param values one sample after the other, of an image channel by channel, without labels
 * @param labels the class of each, from 0; empty where the network is told none
 */
public record ExactInput(Side side, int count, float[] values, byte[] labels)
        implements PlayerInput {
    public ExactInput {
        if (count < 1 || values.length % count != 0) {
            throw new IllegalArgumentException(
                    values.length + " values are not for " + count + " samples");
        }
        if (labels.length != 0 && labels.length != count) {
            throw new IllegalArgumentException(
                    count + " samples need as many labels, not " + labels.length);
        }
    }

    @Override
    public void read(int index, float[] target, int offset) {
        int size = values.length / count;
        System.arraycopy(values, index * size, target, offset, size);
    }
}
