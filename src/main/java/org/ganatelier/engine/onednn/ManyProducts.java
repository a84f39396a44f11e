package org.ganatelier.engine.onednn;

import java.lang.foreign.MemorySegment;

/** A product of matrices of fixed sizes, at one place in memory after the other. For one thread. */
final class ManyProducts {
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;

    private final Primitive primitive;

    /**
     * How a matrix lies in memory.
     *
     * @param down from a row to the next, in numbers
     * @param across from a column to the next
     */
    record Shape(long rows, long columns, long down, long across) {
        static Shape of(long rows, long columns) {
            return new Shape(rows, columns, columns, 1);
        }

        /** Rows further apart. */
        static Shape of(long rows, long columns, long down) {
            return new Shape(rows, columns, down, 1);
        }

        /** What in memory is a row, [columns, rows], is a column. */
        static Shape transposed(long rows, long columns, long across) {
            return new Shape(rows, columns, 1, across);
        }
    }

    /** Where a matrix is: numbers behind the beginning of a segment. */
    record Place(MemorySegment numbers, long first) {
        private MemorySegment segment() {
            return numbers.asSlice(first * Float.BYTES);
        }
    }

    ManyProducts(Primitive primitive) {
        this.primitive = primitive;
    }

    /** c = a b, or c += a b. */
    void run(Place a, Place b, Place c) {
        primitive.place(A, a.segment());
        primitive.place(B, b.segment());
        primitive.place(C, c.segment());
        primitive.run();
    }
}
