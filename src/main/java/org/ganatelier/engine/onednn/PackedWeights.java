package org.ganatelier.engine.onednn;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.engine.nd4j.TwoParts;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * The weights of a correlation in the layouts that primitives want, each put there once after every
 * update, and the gradients of the weights on their way back. For one thread.
 */
public final class PackedWeights implements Memory.Resource {
    /** What oneDNN's fastest loads want. */
    private static final long ALIGNMENT = 64;

    private final OneDnn library;
    private final MemorySegment stream;
    private final Tensor weights;
    private final Tensor gradients;
    private final MemorySegment plain;
    private final Arena arena = Arena.ofShared();
    private final List<Packed> packed = new ArrayList<>();
    private final List<Unpacked> unpacked = new ArrayList<>();

    /** The weights in one layout. */
    private static final class Packed {
        private final MemorySegment layout;
        private final MemorySegment numbers;
        private final Primitive reorder;
        private final Runnable refresh;
        private long version = -1;

        Packed(Tensor weights, MemorySegment layout, MemorySegment numbers, Primitive reorder) {
            this.layout = layout;
            this.numbers = numbers;
            this.reorder = reorder;
            refresh = () -> refresh(weights);
        }

        private void refresh(Tensor weights) {
            if (version != weights.version()) {
                weights.memory(Order.CHANNELS_FIRST);
                reorder.run();
                version = weights.version();
            }
        }
    }

    /** The gradients in one layout, and what brings them into that of the weights. */
    private record Unpacked(MemorySegment layout, MemorySegment numbers, Primitive reorder) {}

    /**
     * @param weights [small channels, large channels, rows, columns]
     * @param gradients of the same shape
     */
    PackedWeights(OneDnn library, MemorySegment stream, Tensor weights, Tensor gradients) {
        this.library = library;
        this.stream = stream;
        this.weights = weights;
        this.gradients = gradients;
        plain = library.layout(OneDnn.ABCD, weights.shape());
    }

    /**
     * The weights in a layout.
     *
     * @return where they are, and what brings them up to date
     */
    Source in(MemorySegment layout) {
        Packed found =
                packed.stream()
                        .filter(each -> library.functions.equal(each.layout, layout))
                        .findFirst()
                        .orElseGet(() -> pack(layout));
        return new Source(found.numbers, found.refresh);
    }

    /** Numbers for a primitive, and what has to be done before it reads them. */
    record Source(MemorySegment numbers, Runnable refresh) {}

    private Packed pack(MemorySegment borrowed) {
        MemorySegment layout = library.functions.create("dnnl_memory_desc_clone", borrowed);
        MemorySegment numbers = allocate(layout);
        var made =
                new Packed(
                        weights,
                        layout,
                        numbers,
                        reorder(
                                new Primitive.Argument(
                                        Primitive.SOURCE,
                                        plain,
                                        weights.memory(Order.CHANNELS_FIRST)),
                                new Primitive.Argument(Primitive.DESTINATION, layout, numbers)));
        packed.add(made);
        return made;
    }

    /** Numbers that a primitive writes, and what has to be done after it has, in two parts. */
    record Target(MemorySegment numbers, TwoParts unpack) {}

    /** The gradients of the weights in a layout. */
    Target gradientsIn(MemorySegment layout) {
        Unpacked found =
                unpacked.stream()
                        .filter(each -> library.functions.equal(each.layout, layout))
                        .findFirst()
                        .orElseGet(() -> unpack(layout));
        return new Target(
                found.numbers,
                () -> {
                    gradients.memoryToWrite(Order.CHANNELS_FIRST);
                    return found.reorder::run;
                });
    }

    private Unpacked unpack(MemorySegment borrowed) {
        MemorySegment layout = library.functions.create("dnnl_memory_desc_clone", borrowed);
        MemorySegment numbers = allocate(layout);
        var made =
                new Unpacked(
                        layout,
                        numbers,
                        reorder(
                                new Primitive.Argument(Primitive.SOURCE, layout, numbers),
                                new Primitive.Argument(
                                        Primitive.DESTINATION,
                                        plain,
                                        gradients.memory(Order.CHANNELS_FIRST))));
        unpacked.add(made);
        return made;
    }

    private MemorySegment allocate(MemorySegment layout) {
        return arena.allocate(library.functions.size(layout), ALIGNMENT);
    }

    private Primitive reorder(Primitive.Argument from, Primitive.Argument to) {
        MemorySegment descriptor =
                library.functions.create(
                        "dnnl_reorder_primitive_desc_create",
                        from.layout(),
                        library.engine,
                        to.layout(),
                        library.engine,
                        library.attributes);
        var primitive = new Primitive(library, stream, descriptor, List.of(from, to));
        library.functions.destroy("dnnl_primitive_desc_destroy", descriptor);
        return primitive;
    }

    @Override
    public void close() {
        for (Packed each : packed) {
            each.reorder.close();
            library.functions.destroy("dnnl_memory_desc_destroy", each.layout);
        }
        for (Unpacked each : unpacked) {
            each.reorder.close();
            library.functions.destroy("dnnl_memory_desc_destroy", each.layout);
        }
        library.functions.destroy("dnnl_memory_desc_destroy", plain);
        arena.close();
    }
}
