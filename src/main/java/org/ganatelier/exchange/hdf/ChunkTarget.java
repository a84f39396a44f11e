package org.ganatelier.exchange.hdf;

import org.ganatelier.exchange.model.ImportException;

import java.util.List;

/** Puts chunks into the array that they are parts of. */
final class ChunkTarget {
    private final int[] shape;
    private final int[] chunk;
    private final int entry;
    private final byte[] all;

    /**
     * @param entry bytes of a value
     */
    ChunkTarget(List<Integer> shape, List<Integer> chunk, int entry) {
        this.shape = shape.stream().mapToInt(Integer::intValue).toArray();
        this.chunk = chunk.stream().mapToInt(Integer::intValue).toArray();
        this.entry = entry;
        int size = entry;
        for (int side : this.shape) {
            size *= side;
        }
        all = new byte[size];
    }

    int axes() {
        return shape.length;
    }

    int chunkBytes() {
        int size = entry;
        for (int side : chunk) {
            size *= side;
        }
        return size;
    }

    byte[] all() {
        return all;
    }

    /**
     * Copies what of a chunk lies inside the array.
     *
     * @param place of its first value
     */
    void put(List<Long> place, byte[] values, long address) throws ImportException {
        for (int a = 0; a < shape.length; a++) {
            if (place.get(a) < 0 || place.get(a) >= shape[a]) {
                throw HdfBytes.damaged(address);
            }
        }
        put(place, values, 0, 0, 0);
    }

    /**
     * @param from the index of the first value in the chunk along the axes before
     * @param to the same in the array
     */
    private void put(List<Long> place, byte[] values, int axis, int from, int to) {
        int first = place.get(axis).intValue();
        int count = Math.min(chunk[axis], shape[axis] - first);
        int source = from * chunk[axis];
        int target = to * shape[axis] + first;
        if (axis == shape.length - 1) {
            System.arraycopy(values, source * entry, all, target * entry, count * entry);
            return;
        }
        for (int i = 0; i < count; i++) {
            put(place, values, axis + 1, source + i, target + i);
        }
    }
}
