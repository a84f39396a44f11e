package org.ganatelier.engine.onednn;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.nd4j.Tensor;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Batch normalization of images with their channels last, in native memory, where convolutions read
 * and write.
 */
public final class BatchNormalization extends Computation {
    private static final int GLOBAL_STATISTICS = 1;
    private static final int SCALE_AND_SHIFT = 2 | 4;
    private static final int BACKWARD = 128;
    private static final int MEAN = 49;
    private static final int VARIANCE = 50;
    private static final int SCALE = 51;
    private static final int SHIFT = 52;
    private static final int SCALE_GRADIENT = 255;
    private static final int SHIFT_GRADIENT = 256;

    private final float epsilon;
    private final Tensor scale;
    private final Tensor shift;

    private BatchNormalization(OneDnn library, double epsilon, Tensor scale, Tensor shift) {
        super(library, SideWork.alone());
        this.epsilon = (float) epsilon;
        this.scale = scale;
        this.shift = shift;
    }

    /**
     * The normalization, where the library is there.
     *
     * @param scale of each channel, gamma
     * @param shift of each channel, beta
     */
    public static Optional<BatchNormalization> of(
            Memory memory, double epsilon, Tensor scale, Tensor shift) {
        return OneDnn.find()
                .map(
                        library ->
                                memory.hold(
                                        new BatchNormalization(library, epsilon, scale, shift)));
    }

    /**
     * y from x.
     *
     * @param given whether mean and variance are given, or to be measured and written
     * @param mean of each channel
     * @param variance of each channel, the biased one
     */
    public Runnable forward(boolean given, Tensor x, Tensor mean, Tensor variance, Tensor y) {
        return lazily(() -> forwardPass(given, x, mean, variance, y));
    }

    /**
     * dL/dx, and those of scale and shift, from dL/dy.
     *
     * @param given whether mean and variance are constants
     */
    public Runnable backward(
            boolean given, Images images, Tensor mean, Tensor variance, Gradients gradients) {
        return lazily(() -> backwardPass(given, images, mean, variance, gradients));
    }

    /** What went in, and the gradient of what came out. */
    public record Images(Tensor x, Tensor yGradient) {}

    /** What a backward pass finds. */
    public record Gradients(Tensor x, Tensor scale, Tensor shift) {}

    private Runnable forwardPass(boolean given, Tensor x, Tensor mean, Tensor variance, Tensor y) {
        MemorySegment layout = library.layout(OneDnn.ACDB, x.shape());
        MemorySegment channels = library.layout(OneDnn.A, scale.shape());
        Primitive pass =
                primitive(
                        forwardDescriptor(given, layout),
                        List.of(
                                new Primitive.Argument(Primitive.SOURCE, layout, last(x)),
                                new Primitive.Argument(Primitive.DESTINATION, layout, last(y)),
                                new Primitive.Argument(MEAN, channels, first(mean)),
                                new Primitive.Argument(VARIANCE, channels, first(variance)),
                                new Primitive.Argument(SCALE, channels, first(scale)),
                                new Primitive.Argument(SHIFT, channels, first(shift))));
        forgetLayouts(layout, channels);
        return () -> {
            last(x);
            first(scale);
            first(shift);
            if (given) {
                first(mean);
                first(variance);
            } else {
                mean.memoryToWrite(Order.CHANNELS_FIRST);
                variance.memoryToWrite(Order.CHANNELS_FIRST);
            }
            y.memoryToWrite(Order.CHANNELS_LAST);
            pass.run();
        };
    }

    private Runnable backwardPass(
            boolean given, Images images, Tensor mean, Tensor variance, Gradients gradients) {
        MemorySegment layout = library.layout(OneDnn.ACDB, images.x().shape());
        MemorySegment channels = library.layout(OneDnn.A, scale.shape());
        MemorySegment forward = forwardDescriptor(given, layout);
        MemorySegment descriptor =
                library.functions.create(
                        "dnnl_batch_normalization_backward_primitive_desc_create",
                        library.engine,
                        BACKWARD,
                        layout,
                        layout,
                        layout,
                        epsilon,
                        flags(given),
                        forward,
                        library.attributes);
        var arguments = new ArrayList<Primitive.Argument>();
        arguments.add(new Primitive.Argument(Primitive.SOURCE, layout, last(images.x())));
        arguments.add(
                new Primitive.Argument(
                        Primitive.DESTINATION_GRADIENT, layout, last(images.yGradient())));
        arguments.add(
                new Primitive.Argument(Primitive.SOURCE_GRADIENT, layout, last(gradients.x())));
        arguments.add(new Primitive.Argument(MEAN, channels, first(mean)));
        arguments.add(new Primitive.Argument(VARIANCE, channels, first(variance)));
        arguments.add(new Primitive.Argument(SCALE, channels, first(scale)));
        arguments.add(new Primitive.Argument(SCALE_GRADIENT, channels, first(gradients.scale())));
        arguments.add(new Primitive.Argument(SHIFT_GRADIENT, channels, first(gradients.shift())));
        Primitive pass = primitive(descriptor, arguments);
        forget(forward);
        forgetLayouts(layout, channels);
        return () -> {
            last(images.x());
            last(images.yGradient());
            first(mean);
            first(variance);
            first(scale);
            gradients.scale().memoryToWrite(Order.CHANNELS_FIRST);
            gradients.shift().memoryToWrite(Order.CHANNELS_FIRST);
            gradients.x().memoryToWrite(Order.CHANNELS_LAST);
            pass.run();
        };
    }

    private MemorySegment forwardDescriptor(boolean given, MemorySegment layout) {
        return library.functions.create(
                "dnnl_batch_normalization_forward_primitive_desc_create",
                library.engine,
                FORWARD_TRAINING,
                layout,
                layout,
                epsilon,
                flags(given),
                library.attributes);
    }

    private static int flags(boolean given) {
        return SCALE_AND_SHIFT | (given ? GLOBAL_STATISTICS : 0);
    }

    private static MemorySegment last(Tensor images) {
        return images.memory(Order.CHANNELS_LAST);
    }

    private static MemorySegment first(Tensor values) {
        return values.memory(Order.CHANNELS_FIRST);
    }
}
