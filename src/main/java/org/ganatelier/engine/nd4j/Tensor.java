package org.ganatelier.engine.nd4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * Numbers that live both in native memory, for ND4J's operations, and on the Java heap, for
 * vectorised loops. The side that was written last is copied over when the other is asked for, so
 * layers need not know what their neighbours are made of. A copy costs about as much as one pass of
 * a Java loop.
 */
public final class Tensor {
    private final Storage storage;
    private final long[] shape;
    private @Nullable INDArray view;

    Tensor(Storage storage, long... shape) {
        this.storage = storage;
        this.shape = shape.clone();
    }

    /** The same numbers under another shape of the same size. */
    public Tensor reshaped(long... other) {
        if (Arrays.stream(other).reduce(1, Math::multiplyExact) != storage.size) {
            throw new IllegalArgumentException(
                    Arrays.toString(shape) + " cannot become " + Arrays.toString(other));
        }
        return new Tensor(storage, other);
    }

    /** Its dimensions; the first is the batch where there is one. */
    public long[] shape() {
        return shape.clone();
    }

    /** How many numbers there are. */
    public int size() {
        return storage.size;
    }

    /** The size of the first dimension: samples in a batch. */
    public int batch() {
        return (int) shape[0];
    }

    /** The length of one dimension. */
    public int length(int dimension) {
        return (int) shape[dimension];
    }

    /** To read. */
    public float[] heap() {
        return storage.readHeap();
    }

    /** One number, read where it is: nothing is copied. */
    public float value(int index) {
        return storage.value(index);
    }

    /**
     * To overwrite, all of it: the heap side is the newest from now on. What it holds is not
     * specified.
     */
    public float[] heapToWrite() {
        return storage.writeHeap();
    }

    /**
     * To change in place: it holds the numbers as they are, and the heap side is the newest from
     * now on.
     */
    public float[] heapToUpdate() {
        storage.readHeap();
        return storage.writeHeap();
    }

    /** To read. */
    public INDArray array() {
        storage.readNative();
        return view();
    }

    /** To overwrite: the native side is the newest from now on. */
    public INDArray arrayToWrite() {
        storage.writeNative();
        return view();
    }

    /**
     * Counts every writing, so that whatever is derived from this tensor knows when it is out of
     * date.
     */
    public long version() {
        return storage.version;
    }

    /** Overwrites all numbers with those of another tensor of the same size. */
    public void set(Tensor other) {
        System.arraycopy(other.heap(), 0, heapToWrite(), 0, storage.size);
    }

    private INDArray view() {
        if (view == null) {
            view = storage.flat().reshape('c', shape);
        }
        return view;
    }

    /** The two sides, shared by all views of a tensor. */
    static final class Storage implements Memory.Resource {
        private enum Newest {
            NATIVE,
            HEAP,
            BOTH
        }

        private final int size;
        private Newest newest = Newest.BOTH;
        private long version;
        private float @Nullable [] heap;
        private @Nullable INDArray flat;
        private @Nullable MemorySegment segment;

        Storage(long... shape) {
            size = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        }

        private float[] readHeap() {
            float[] values = heapArray();
            if (newest == Newest.NATIVE) {
                MemorySegment.copy(segment(), ValueLayout.JAVA_FLOAT, 0, values, 0, size);
                newest = Newest.BOTH;
            }
            return values;
        }

        private float value(int index) {
            return newest == Newest.NATIVE
                    ? segment().getAtIndex(ValueLayout.JAVA_FLOAT, index)
                    : heapArray()[index];
        }

        private float[] writeHeap() {
            newest = Newest.HEAP;
            version++;
            return heapArray();
        }

        private void readNative() {
            if (newest == Newest.HEAP) {
                MemorySegment.copy(heapArray(), 0, segment(), ValueLayout.JAVA_FLOAT, 0, size);
                newest = Newest.BOTH;
            }
        }

        private void writeNative() {
            newest = Newest.NATIVE;
            version++;
        }

        private float[] heapArray() {
            if (heap == null) {
                heap = new float[size];
            }
            return heap;
        }

        private INDArray flat() {
            if (flat == null) {
                flat = Nd4j.create(size);
            }
            return flat;
        }

        @SuppressWarnings("restricted") // the array's own memory, at its own size
        private MemorySegment segment() {
            if (segment == null) {
                segment =
                        MemorySegment.ofAddress(flat().data().address())
                                .reinterpret((long) size * Float.BYTES);
            }
            return segment;
        }

        @Override
        public void close() {
            if (flat != null) {
                flat.close();
            }
        }
    }
}
