package org.ganatelier.engine.onednn;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.engine.nd4j.TwoParts;
import org.ganatelier.plan.model.Axis;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The passes of the linear map between large and small images that both convolutions are: see
 * {@code engine.layers.Correlation}. Images have their channels last, weights are kept in the
 * layout that each primitive wants. Padding may differ between the sides and kernels keep their
 * size.
 *
 * <p>Which of the library's implementations computes follows from a rule, never from a measurement,
 * so that a run repeats bit for bit on the same kind of machine: the library's first choice, except
 * where a direct kernel ({@code jit:}) was faster on all processors tried: gradients of the input,
 * and images of one channel. For one thread.
 */
public final class Convolutions extends Computation implements CorrelationPasses {
    private static final String DIRECT_KERNEL = "jit:";
    private static final int DIRECT = 1;
    private static final int WEIGHTS_LAYOUT = 131;
    private static final int WEIGHTS_GRADIENT_LAYOUT = 132;

    private final PackedWeights weights;
    private final long[] weightShape;
    private final Axis rows;
    private final Axis columns;

    private Convolutions(
            OneDnn library,
            SideWork side,
            Tensor weight,
            Tensor gradient,
            Axis rows,
            Axis columns) {
        super(library, side);
        this.rows = rows;
        this.columns = columns;
        weightShape = weight.shape();
        weights = new PackedWeights(library, stream, weight, gradient);
    }

    /**
     * The passes of a map, where the library is there.
     *
     * @param weight [small channels, large channels, rows, columns]
     * @param gradient where the gradients of the weights go
     */
    public static Optional<Convolutions> of(
            Memory memory, Tensor weight, Tensor gradient, Axis rows, Axis columns) {
        return OneDnn.find()
                .map(
                        library ->
                                memory.hold(
                                        new Convolutions(
                                                library,
                                                memory.side(),
                                                weight,
                                                gradient,
                                                rows,
                                                columns)));
    }

    @Override
    public Runnable down(Tensor large, Tensor small, Optional<Tensor> bias) {
        return lazily(() -> downPass(large, small, bias));
    }

    @Override
    public Runnable up(Tensor small, Tensor large) {
        return lazily(() -> upPass(small, large));
    }

    @Override
    public TwoParts weightGradient(Tensor large, Tensor small) {
        return lazilyApart(() -> weightPass(large, small));
    }

    private Runnable downPass(Tensor large, Tensor small, Optional<Tensor> bias) {
        var packed = new LinkedHashSet<Runnable>();
        Runnable pass =
                together(
                        parts(large.batch(), multiplications(small)).stream()
                                .map(part -> down(part, large, small, bias, packed))
                                .toList());
        return () -> {
            packed.forEach(Runnable::run);
            last(large);
            bias.ifPresent(b -> b.memory(Order.CHANNELS_FIRST));
            small.memoryToWrite(Order.CHANNELS_LAST);
            pass.run();
        };
    }

    /** Each weight meets each small image once at every pixel. */
    private long multiplications(Tensor small) {
        return (long) small.batch()
                * small.length(2)
                * small.length(3)
                * Arrays.stream(weightShape).reduce(1, Math::multiplyExact);
    }

    /**
     * @param packed receives what brings the weights up to date
     */
    private Primitive down(
            Part part, Tensor large, Tensor small, Optional<Tensor> bias, Set<Runnable> packed) {
        var layouts = new Layouts(library, part.length(), weightShape, large, small, bias);
        MemorySegment descriptor = forward(layouts);
        choose(descriptor, large.length(1) == 1);
        MemorySegment layout = library.functions.descriptor(descriptor, WEIGHTS_LAYOUT);
        PackedWeights.Source source = weights.in(layout);
        packed.add(source.refresh());
        var arguments = new ArrayList<Primitive.Argument>();
        arguments.add(new Primitive.Argument(Primitive.SOURCE, layouts.large(), some(part, large)));
        arguments.add(new Primitive.Argument(Primitive.WEIGHTS, layout, source.numbers()));
        arguments.add(
                new Primitive.Argument(Primitive.DESTINATION, layouts.small(), some(part, small)));
        bias.ifPresent(
                b ->
                        arguments.add(
                                new Primitive.Argument(
                                        Primitive.BIAS,
                                        layouts.bias(),
                                        b.memory(Order.CHANNELS_FIRST))));
        Primitive made = primitive(descriptor, arguments);
        layouts.close();
        return made;
    }

    private static MemorySegment some(Part part, Tensor images) {
        return part.of(last(images), images.batch());
    }

    private Runnable upPass(Tensor small, Tensor large) {
        var packed = new LinkedHashSet<Runnable>();
        Runnable pass =
                together(
                        parts(small.batch(), multiplications(small)).stream()
                                .map(part -> up(part, small, large, packed))
                                .toList());
        return () -> {
            packed.forEach(Runnable::run);
            last(small);
            large.memoryToWrite(Order.CHANNELS_LAST);
            pass.run();
        };
    }

    /**
     * @param packed receives what brings the weights up to date
     */
    private Primitive up(Part part, Tensor small, Tensor large, Set<Runnable> packed) {
        var layouts =
                new Layouts(library, part.length(), weightShape, large, small, Optional.empty());
        MemorySegment forward = forward(layouts);
        MemorySegment descriptor =
                convolution(
                        "dnnl_convolution_backward_data_primitive_desc_create",
                        List.of(layouts.large(), layouts.anyWeights(), layouts.small()),
                        List.of(forward));
        choose(descriptor, true);
        MemorySegment layout = library.functions.descriptor(descriptor, WEIGHTS_LAYOUT);
        PackedWeights.Source source = weights.in(layout);
        packed.add(source.refresh());
        Primitive made =
                primitive(
                        descriptor,
                        List.of(
                                new Primitive.Argument(
                                        Primitive.SOURCE_GRADIENT,
                                        layouts.large(),
                                        some(part, large)),
                                new Primitive.Argument(Primitive.WEIGHTS, layout, source.numbers()),
                                new Primitive.Argument(
                                        Primitive.DESTINATION_GRADIENT,
                                        layouts.small(),
                                        some(part, small))));
        forget(forward);
        layouts.close();
        return made;
    }

    private TwoParts weightPass(Tensor large, Tensor small) {
        var layouts =
                new Layouts(library, large.batch(), weightShape, large, small, Optional.empty());
        MemorySegment forward = forward(layouts);
        MemorySegment descriptor =
                convolution(
                        "dnnl_convolution_backward_weights_primitive_desc_create",
                        List.of(
                                layouts.large(),
                                layouts.anyWeights(),
                                MemorySegment.NULL,
                                layouts.small()),
                        List.of(forward));
        MemorySegment layout = library.functions.descriptor(descriptor, WEIGHTS_GRADIENT_LAYOUT);
        PackedWeights.Target packed = weights.gradientsIn(layout);
        Primitive pass =
                primitive(
                        descriptor,
                        List.of(
                                new Primitive.Argument(
                                        Primitive.SOURCE, layouts.large(), last(large)),
                                new Primitive.Argument(
                                        Primitive.WEIGHTS_GRADIENT, layout, packed.numbers()),
                                new Primitive.Argument(
                                        Primitive.DESTINATION_GRADIENT,
                                        layouts.small(),
                                        last(small))));
        forget(forward);
        layouts.close();
        return () -> {
            last(large);
            last(small);
            Runnable unpack = packed.unpack().begin();
            return () -> {
                pass.run();
                unpack.run();
            };
        };
    }

    private static MemorySegment last(Tensor images) {
        return images.memory(Order.CHANNELS_LAST);
    }

    private MemorySegment forward(Layouts layouts) {
        return convolution(
                "dnnl_convolution_forward_primitive_desc_create",
                List.of(layouts.large(), layouts.anyWeights(), layouts.bias(), layouts.small()),
                List.of());
    }

    /**
     * @param layouts of the arguments
     * @param hint the forward pass, where this is none
     */
    private MemorySegment convolution(
            String name, List<MemorySegment> layouts, List<MemorySegment> hint) {
        try (Arena arena = Arena.ofConfined()) {
            var arguments = new ArrayList<Object>();
            arguments.add(library.engine);
            if (hint.isEmpty()) {
                arguments.add(FORWARD_TRAINING);
            }
            arguments.add(DIRECT);
            arguments.addAll(layouts);
            arguments.add(OneDnn.dimensions(arena, rows.stride(), columns.stride()));
            arguments.add(OneDnn.dimensions(arena, rows.dilation() - 1, columns.dilation() - 1));
            arguments.add(OneDnn.dimensions(arena, rows.before(), columns.before()));
            arguments.add(OneDnn.dimensions(arena, rows.after(), columns.after()));
            arguments.addAll(hint);
            arguments.add(library.attributes);
            return library.functions.create(name, arguments.toArray());
        }
    }

    /** Goes on to a direct kernel, where one is wanted and there is one. */
    private void choose(MemorySegment descriptor, boolean direct) {
        Functions functions = library.functions;
        while (direct
                && !functions.name(descriptor).startsWith(DIRECT_KERNEL)
                && functions.next(descriptor)) {
            // The next one may be it.
        }
    }

    @Override
    public void close() {
        weights.close();
        super.close();
    }
}
