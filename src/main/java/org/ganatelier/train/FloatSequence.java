package org.ganatelier.train;

import java.util.Arrays;

/** Floats in chunks: growing copies references to chunks, never the values. */
final class FloatSequence {
    private static final int CHUNK_BITS = 10;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private float[][] chunks = new float[4][];
    private int size;

    int size() {
        return size;
    }

    void add(float value) {
        int chunk = size >> CHUNK_BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunks.length);
        }
        if ((size & (CHUNK - 1)) == 0) {
            chunks[chunk] = new float[CHUNK];
        }
        size++;
        set(size - 1, value);
    }

    /**
     * A copy with a life of its own. It shares all chunks but the last, which alone may still be
     * written to, here or there.
     */
    FloatSequence copy() {
        return first(size);
    }

    /** As {@link #copy}, of the first values alone. */
    FloatSequence first(int values) {
        var copy = new FloatSequence();
        copy.size = values;
        copy.chunks = chunks.clone();
        if (values > 0) {
            int last = (values - 1) >> CHUNK_BITS;
            copy.chunks[last] = chunks[last].clone();
        }
        return copy;
    }

    float get(int index) {
        return chunks[index >> CHUNK_BITS][index & (CHUNK - 1)];
    }

    void set(int index, float value) {
        chunks[index >> CHUNK_BITS][index & (CHUNK - 1)] = value;
    }
}
