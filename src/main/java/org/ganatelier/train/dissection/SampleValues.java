package org.ganatelier.train.dissection;

import org.ganatelier.data.SampleBuffer;
import org.ganatelier.data.Samples;
import org.ganatelier.experiment.basics.Shape;

import java.util.Arrays;

/**
 * Numbers that belong to samples: what a network makes or sees, or a gradient by that. They are
 * kept as they are, since a change of one step is smaller than a byte can tell. The array is not
 * copied: whoever makes an instance hands it over.
 *
 * @param shape of one sample
 * @param values count * shape.size() numbers, sample by sample, of an image channel by channel
 */
public record SampleValues(int count, Shape shape, float[] values) {
    public SampleValues {
        if (values.length != count * shape.size()) {
            throw new IllegalArgumentException(
                    "%d times %s need %d values, not %d"
                            .formatted(count, shape, count * shape.size(), values.length));
        }
    }

    /** A copy of some samples that stand one after the other. */
    public static SampleValues copy(float[] from, int first, int count, Shape shape) {
        int size = Math.toIntExact(shape.size());
        return new SampleValues(
                count, shape, Arrays.copyOfRange(from, first * size, (first + count) * size));
    }

    /** A copy of the numbers of one. */
    public float[] of(int index) {
        int size = Math.toIntExact(shape.size());
        return Arrays.copyOfRange(values, index * size, (index + 1) * size);
    }

    /** These less others, number by number. */
    public SampleValues minus(SampleValues others) {
        float[] differences = values.clone();
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= others.values[i];
        }
        return new SampleValues(count, shape, differences);
    }

    /** The largest distance of a number from 0. */
    public float most() {
        float most = 0;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    /** As samples to look at: numbers of images run from -1 to 1. */
    public Samples samples() {
        SampleBuffer buffer = SampleBuffer.of(shape, count);
        buffer.put(0, count, values);
        return buffer.samples();
    }
}
