package org.ganatelier.engine.nd4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The numbers of a tensor in one order, in native memory and on the heap; each is made when it is
 * first used, and knows as of which writing of the tensor it is.
 */
final class Side {
    private final int size;
    private long heapVersion;
    private long nativeVersion;
    private float @Nullable [] heap;
    private @Nullable INDArray flat;
    private @Nullable MemorySegment segment;

    Side(int size) {
        this.size = size;
    }

    /** Whether it holds what was written last. */
    boolean isNewest(long version) {
        return heapVersion == version || nativeVersion == version;
    }

    /**
     * To read on the heap.
     *
     * @param version of the tensor; this side holds it
     */
    float[] readHeap(long version) {
        float[] values = heapArray();
        if (heapVersion != version) {
            MemorySegment.copy(memory(), ValueLayout.JAVA_FLOAT, 0, values, 0, size);
            heapVersion = version;
        }
        return values;
    }

    /** One number, as {@link #readHeap} but nothing is copied. */
    float value(int index, long version) {
        return heapVersion == version
                ? heapArray()[index]
                : memory().getAtIndex(ValueLayout.JAVA_FLOAT, index);
    }

    /**
     * To overwrite on the heap.
     *
     * @param version that the tensor gets
     */
    float[] writeHeap(long version) {
        heapVersion = version;
        return heapArray();
    }

    /** To read in native memory, as {@link #readHeap}. */
    MemorySegment readNative(long version) {
        if (nativeVersion != version) {
            MemorySegment.copy(heapArray(), 0, memory(), ValueLayout.JAVA_FLOAT, 0, size);
            nativeVersion = version;
        }
        return memory();
    }

    /** To overwrite in native memory, as {@link #writeHeap}. */
    MemorySegment writeNative(long version) {
        nativeVersion = version;
        return memory();
    }

    /** The native memory as an array of ND4J's. */
    INDArray flat() {
        if (flat == null) {
            flat = Nd4j.create(size);
        }
        return flat;
    }

    private float[] heapArray() {
        if (heap == null) {
            heap = new float[size];
        }
        return heap;
    }

    @SuppressWarnings("restricted") // the array's own memory, at its own size
    private MemorySegment memory() {
        if (segment == null) {
            segment =
                    MemorySegment.ofAddress(flat().data().address())
                            .reinterpret((long) size * Float.BYTES);
        }
        return segment;
    }

    void close() {
        if (flat != null) {
            flat.close();
        }
    }
}
