package org.ganatelier.exchange.hdf;

import org.ganatelier.exchange.model.ImportException;
import org.ganatelier.exchange.model.ImportException.Refusal;

import java.util.ArrayList;
import java.util.List;

/**
 * How large an array is.
 *
 * @param shape the slowest dimension first; empty of a single value
 * @param count how many values; 0 of nothing
 */
record HdfSpace(List<Integer> shape, int count) {
    /** More axes than any array of weights has. */
    private static final int MOST_AXES = 8;

    /** Values of one array: twice as many as a network may have. */
    private static final long MOST_VALUES = 16L << 20;

    private static final int NULL_SPACE = 2;

    HdfSpace {
        shape = List.copyOf(shape);
    }

    static HdfSpace read(HdfBytes bytes, long at) throws ImportException {
        int version = bytes.unsigned8(at);
        int axes = bytes.unsigned8(at + 1);
        boolean first = version == 1;
        if (axes > MOST_AXES || version < 1 || version > 2) {
            throw HdfBytes.damaged(at);
        }
        if (!first && bytes.unsigned8(at + 3) == NULL_SPACE) {
            return new HdfSpace(List.of(), 0);
        }
        long start = at + (first ? 8 : 4);
        var shape = new ArrayList<Integer>();
        long count = 1;
        for (int i = 0; i < axes; i++) {
            long size = bytes.signed64(start + 8L * i);
            if (size < 0 || size > MOST_VALUES || count * Math.max(size, 1) > MOST_VALUES) {
                throw new ImportException(new Refusal.TooLarge("HDF5", size, MOST_VALUES));
            }
            shape.add((int) size);
            count *= size;
        }
        return new HdfSpace(shape, (int) count);
    }
}
