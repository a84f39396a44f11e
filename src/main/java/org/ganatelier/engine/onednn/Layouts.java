package org.ganatelier.engine.onednn;

import org.ganatelier.engine.nd4j.Tensor;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** How the arguments of a convolution's passes lie in memory. */
final class Layouts implements AutoCloseable {
    private final OneDnn library;
    private final MemorySegment large;
    private final MemorySegment small;
    private final MemorySegment anyWeights;
    private final MemorySegment bias;

    /**
     * @param samples how many of the images
     * @param weightShape of the weights, whose layout the library chooses
     */
    Layouts(
            OneDnn library,
            int samples,
            long[] weightShape,
            Tensor large,
            Tensor small,
            Optional<Tensor> bias) {
        this.library = library;
        this.large = library.layout(OneDnn.ACDB, some(samples, large));
        this.small = library.layout(OneDnn.ACDB, some(samples, small));
        anyWeights = library.layout(OneDnn.ANY, weightShape);
        this.bias = bias.map(b -> library.layout(OneDnn.A, b.shape())).orElse(MemorySegment.NULL);
    }

    private static long[] some(int samples, Tensor images) {
        long[] shape = images.shape();
        shape[0] = samples;
        return shape;
    }

    /** Of the large images. */
    MemorySegment large() {
        return large;
    }

    /** Of the small images. */
    MemorySegment small() {
        return small;
    }

    /** Of weights that may lie as the library likes. */
    MemorySegment anyWeights() {
        return anyWeights;
    }

    /** Of the bias; the null address where there is none. */
    MemorySegment bias() {
        return bias;
    }

    /** Primitives have copies. */
    @Override
    public void close() {
        for (MemorySegment each : new MemorySegment[] {large, small, anyWeights, bias}) {
            if (!each.equals(MemorySegment.NULL)) {
                library.functions.destroy("dnnl_memory_desc_destroy", each);
            }
        }
    }
}
