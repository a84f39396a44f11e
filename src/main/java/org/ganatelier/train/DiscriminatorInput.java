package org.ganatelier.train;

import org.ganatelier.data.Samples;
import org.ganatelier.experiment.basics.Side;

/**
 * What D is asked about. The labels are not copied: whoever makes an instance hands them over.
 *
 * @param labels the class as which each sample is looked at, from 0; empty where D is told none
 */
public record DiscriminatorInput(Samples samples, byte[] labels) implements PlayerInput {
    public DiscriminatorInput {
        if (labels.length != 0 && labels.length != samples.count()) {
            throw new IllegalArgumentException(
                    samples.count() + " samples need as many labels, not " + labels.length);
        }
    }

    @Override
    public Side side() {
        return Side.DISCRIMINATOR;
    }

    @Override
    public int count() {
        return samples.count();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        samples.read(index, target, offset);
    }
}
