package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;

import java.util.Optional;

/** A data set that lies in memory. */
record Loaded(Samples samples, Optional<byte[]> labels) implements Dataset {
    Loaded {
        if (samples.count() == 0) {
            throw new IllegalArgumentException("A data set needs at least one sample");
        }
        if (labels.isPresent() && labels.get().length != samples.count()) {
            throw new IllegalArgumentException(
                    "%d samples need as many labels, not %d"
                            .formatted(samples.count(), labels.get().length));
        }
    }

    @Override
    public int size() {
        return samples.count();
    }

    @Override
    public Shape shape() {
        return samples.shape();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        samples.read(index, target, offset);
    }

    @Override
    public Samples pick(int... indices) {
        return samples.pick(indices);
    }

    /** Samples cannot be changed, so that all of them need no copy. */
    @Override
    public Samples all() {
        return samples;
    }
}
