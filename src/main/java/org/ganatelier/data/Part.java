package org.ganatelier.data;

import org.ganatelier.experiment.basics.Shape;

import java.util.Arrays;
import java.util.Optional;

/** Some samples of a data set, which it reads from there: nothing is copied but their labels. */
final class Part implements Dataset {
    private final Dataset whole;
    private final int[] indices;
    private final Optional<byte[]> labels;

    /**
     * @param indices into the whole set, at least one
     */
    Part(Dataset whole, int... indices) {
        if (indices.length == 0) {
            throw new IllegalArgumentException("A data set needs at least one sample");
        }
        this.whole = whole;
        this.indices = indices.clone();
        labels = whole.labels().map(all -> labels(all, indices));
    }

    private static byte[] labels(byte[] all, int... indices) {
        var picked = new byte[indices.length];
        for (int i = 0; i < indices.length; i++) {
            picked[i] = all[indices[i]];
        }
        return picked;
    }

    @Override
    public int size() {
        return indices.length;
    }

    @Override
    public Shape shape() {
        return whole.shape();
    }

    @Override
    public Optional<byte[]> labels() {
        return labels;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        whole.read(indices[index], target, offset);
    }

    @Override
    public Samples pick(int... some) {
        return whole.pick(Arrays.stream(some).map(i -> indices[i]).toArray());
    }
}
