package org.ganatelier.engine.onednn;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.nd4j.Tensor;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/**
 * y = max(x, slope * x) of images with their channels last, in native memory, where convolutions
 * read and write.
 */
public final class Rectifier extends Computation {
    /** {@code dnnl_eltwise_relu_use_dst_for_bwd}: the sign of y is that of x. */
    private static final int RELU = 256;

    private final float slope;

    private Rectifier(OneDnn library, double slope) {
        super(library, SideWork.alone());
        this.slope = (float) slope;
    }

    /**
     * The rectifier, where the library is there.
     *
     * @param slope below zero, at least 0
     */
    public static Optional<Rectifier> of(Memory memory, double slope) {
        return OneDnn.find().map(library -> memory.hold(new Rectifier(library, slope)));
    }

    /** y from x; both may be the same tensor. */
    public Runnable forward(Tensor x, Tensor y) {
        return lazily(() -> forwardPass(x, y));
    }

    /** dL/dx from y and dL/dy; both gradients may be the same tensor. */
    public Runnable backward(Tensor y, Tensor yGradient, Tensor xGradient) {
        return lazily(() -> backwardPass(y, yGradient, xGradient));
    }

    private Runnable forwardPass(Tensor x, Tensor y) {
        MemorySegment layout = library.layout(OneDnn.ACDB, x.shape());
        Primitive pass =
                primitive(
                        forwardDescriptor(layout),
                        List.of(
                                new Primitive.Argument(Primitive.SOURCE, layout, last(x)),
                                new Primitive.Argument(Primitive.DESTINATION, layout, last(y))));
        forgetLayouts(layout);
        return () -> {
            last(x);
            y.memoryToWrite(Order.CHANNELS_LAST);
            pass.run();
        };
    }

    private Runnable backwardPass(Tensor y, Tensor yGradient, Tensor xGradient) {
        MemorySegment layout = library.layout(OneDnn.ACDB, y.shape());
        MemorySegment forward = forwardDescriptor(layout);
        MemorySegment descriptor =
                library.functions.create(
                        "dnnl_eltwise_backward_primitive_desc_create",
                        library.engine,
                        RELU,
                        layout,
                        layout,
                        layout,
                        slope,
                        0f,
                        forward,
                        library.attributes);
        Primitive pass =
                primitive(
                        descriptor,
                        List.of(
                                new Primitive.Argument(Primitive.DESTINATION, layout, last(y)),
                                new Primitive.Argument(
                                        Primitive.DESTINATION_GRADIENT, layout, last(yGradient)),
                                new Primitive.Argument(
                                        Primitive.SOURCE_GRADIENT, layout, last(xGradient))));
        forget(forward);
        forgetLayouts(layout);
        return () -> {
            last(y);
            last(yGradient);
            xGradient.memoryToWrite(Order.CHANNELS_LAST);
            pass.run();
        };
    }

    private MemorySegment forwardDescriptor(MemorySegment layout) {
        return library.functions.create(
                "dnnl_eltwise_forward_primitive_desc_create",
                library.engine,
                FORWARD_TRAINING,
                RELU,
                layout,
                layout,
                slope,
                0f,
                library.attributes);
    }

    private static MemorySegment last(Tensor images) {
        return images.memory(Order.CHANNELS_LAST);
    }
}
