package org.ganatelier.engine.nd4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers that live both in native memory, for operations, and on the Java heap, for vectorised
 * loops; those of images in either {@link Order}. What was written last is copied over when another
 * place or order is asked for, so layers need not know what their neighbours are made of. A copy
 * costs about as much as one pass of a Java loop, another order several times that.
 */
public final class Tensor {
    private static final int IMAGE_RANK = 4;

    private final Storage storage;
    private final long[] shape;
    private final Optional<Geometry> geometry;
    private @Nullable INDArray view;

    Tensor(Storage storage, long... shape) {
        this.storage = storage;
        this.shape = shape.clone();
        geometry =
                shape.length == IMAGE_RANK
                        ? Optional.of(
                                new Geometry(
                                        (int) shape[0],
                                        (int) shape[1],
                                        (int) (shape[2] * shape[3])))
                        : Optional.empty();
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

    /**
     * The order in which the newest numbers are at hand: what treats all of them alike works in
     * this one, so that nobody has to put them into another. What is no image has its channels
     * first.
     */
    public Order order() {
        return geometry.filter(storage::isNewestLast).isPresent()
                ? Order.CHANNELS_LAST
                : Order.CHANNELS_FIRST;
    }

    /**
     * The images that these numbers are, where images with their channels last were written last;
     * their rows and columns are seen as one.
     */
    public Optional<Tensor> imagesBehind() {
        return storage.newestImages()
                .filter(images -> images.batch() == batch())
                .map(images -> reshaped(images.batch(), images.channels(), images.area(), 1));
    }

    /** To read. */
    public float[] heap() {
        return heap(Order.CHANNELS_FIRST);
    }

    /** To read, in an order. */
    public float[] heap(Order order) {
        return storage.toRead(side(order)).readHeap(storage.version);
    }

    /** One number, channels first, read where it is: images are put into that order. */
    public float value(int index) {
        return storage.toRead(storage.first).value(index, storage.version);
    }

    /**
     * To overwrite, all of it: the heap is the newest from now on. What it holds is not specified.
     */
    public float[] heapToWrite() {
        return heapToWrite(Order.CHANNELS_FIRST);
    }

    /** To overwrite in an order, as {@link #heapToWrite()}. */
    public float[] heapToWrite(Order order) {
        return side(order).writeHeap(storage.nextVersion());
    }

    /**
     * To change in place: it holds the numbers as they are, and the heap is the newest from now on.
     */
    public float[] heapToUpdate() {
        return heapToUpdate(Order.CHANNELS_FIRST);
    }

    /** To change in place in an order, as {@link #heapToUpdate()}. */
    public float[] heapToUpdate(Order order) {
        heap(order);
        return heapToWrite(order);
    }

    /** To read. */
    public INDArray array() {
        memory(Order.CHANNELS_FIRST);
        return view();
    }

    /** To overwrite: the native memory is the newest from now on. */
    public INDArray arrayToWrite() {
        memoryToWrite(Order.CHANNELS_FIRST);
        return view();
    }

    /** To read: native memory in an order. */
    public MemorySegment memory(Order order) {
        return storage.toRead(side(order)).readNative(storage.version);
    }

    /** To overwrite, all of it: native memory in an order, the newest from now on. */
    public MemorySegment memoryToWrite(Order order) {
        return side(order).writeNative(storage.nextVersion());
    }

    /**
     * Counts every writing, so that whatever is derived from this tensor knows when it is out of
     * date.
     */
    public long version() {
        return storage.version;
    }

    /** Overwrites all numbers with those of another tensor of the same shape. */
    public void set(Tensor other) {
        Order order = other.order();
        System.arraycopy(other.heap(order), 0, heapToWrite(order), 0, storage.size);
    }

    private Side side(Order order) {
        return switch (order) {
            case CHANNELS_FIRST -> storage.first;
            case CHANNELS_LAST ->
                    storage.last(
                            geometry.orElseThrow(
                                    () -> new IllegalStateException("Only images have channels")));
        };
    }

    private INDArray view() {
        if (view == null) {
            view = storage.first.flat().reshape('c', shape);
        }
        return view;
    }

    /** All that views of a tensor share. */
    static final class Storage implements Memory.Resource {
        private final int size;
        private final Side first;

        /** Views may see images of different shapes in the same numbers. */
        private final Map<Geometry, Side> last = new HashMap<>();

        private long version;

        Storage(long... shape) {
            size = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
            first = new Side(size);
        }

        private long nextVersion() {
            version++;
            return version;
        }

        private Side last(Geometry geometry) {
            return geometry.isTrivial()
                    ? first
                    : last.computeIfAbsent(geometry, _ -> new Side(size));
        }

        private boolean isNewestLast(Geometry geometry) {
            Side side = last.get(geometry);
            return side != null && side.isNewest(version) && !first.isNewest(version);
        }

        private Optional<Geometry> newestImages() {
            return first.isNewest(version)
                    ? Optional.empty()
                    : last.entrySet().stream()
                            .filter(side -> side.getValue().isNewest(version))
                            .map(Map.Entry::getKey)
                            .findFirst();
        }

        /** The same side, holding what was written last. */
        private Side toRead(Side wanted) {
            if (!wanted.isNewest(version)) {
                if (!first.isNewest(version)) {
                    bringFirst();
                }
                last.forEach((geometry, side) -> bring(geometry, side, wanted));
            }
            return wanted;
        }

        private void bring(Geometry geometry, Side side, Side wanted) {
            if (side.equals(wanted)) {
                geometry.toLast(first.readHeap(version), side.writeHeap(version));
            }
        }

        private void bringFirst() {
            last.forEach(
                    (geometry, side) -> {
                        if (side.isNewest(version)) {
                            geometry.toFirst(side.readHeap(version), first.writeHeap(version));
                        }
                    });
        }

        @Override
        public void close() {
            first.close();
            last.values().forEach(Side::close);
        }
    }
}
