package org.ganatelier.engine.onednn;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.Order;
import org.ganatelier.engine.nd4j.Tensor;
import org.ganatelier.engine.nd4j.TwoParts;
import org.ganatelier.engine.nd4j.Workspace;
import org.ganatelier.engine.onednn.ManyProducts.Place;
import org.ganatelier.engine.onednn.ManyProducts.Shape;
import org.ganatelier.plan.model.Axis;
import org.ganatelier.plan.model.Spectrum;
import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The passes of a correlation with many channels as products of spectra: see {@link Spectrum} and
 * {@link FourierMatrices}. The spectra of images and weights are kept for as long as those stay the
 * same, as the way back needs them again; what lies between is in the network's workspace. For one
 * thread.
 *
 * <p>Spectra lie as [product, phase, sample, channel], those of weights as [product, phase, small
 * channel, large channel].
 */
public final class FourierConvolutions extends Computation implements CorrelationPasses {
    /** What oneDNN's fastest loads want. */
    private static final long ALIGNMENT = 64;

    /**
     * Numbers between the products of a spectrum: without them the rows of a transform would lie
     * powers of two apart, which caches do not like.
     */
    private static final int GAP = 64;

    private final Spectrum spectrum;
    private final Tensor weight;
    private final Tensor gradient;
    private final Workspace workspace;
    private final Arena arena = Arena.ofShared();
    private final int products;
    private final int phases;
    private final int large;
    private final int small;
    private final Transforms transforms;
    private final IdentityHashMap<Tensor, Kept> kept = new IdentityHashMap<>();
    private @Nullable MemorySegment found;

    /** A spectrum of a tensor as it was at some version. */
    private static final class Kept {
        private final Tensor of;
        private final MemorySegment numbers;
        private final Runnable transform;
        private long version = -1;

        Kept(Tensor of, MemorySegment numbers, Runnable transform) {
            this.of = of;
            this.numbers = numbers;
            this.transform = transform;
        }

        void refresh() {
            if (version != of.version()) {
                transform.run();
                version = of.version();
            }
        }
    }

    /** The matrices in native memory. */
    private record Transforms(
            MemorySegment large,
            MemorySegment largeBack,
            MemorySegment small,
            MemorySegment smallBack,
            List<MemorySegment> weights) {}

    private FourierConvolutions(
            OneDnn library, Memory memory, Spectrum spectrum, Tensor weight, Tensor gradient) {
        super(library, memory.side());
        workspace = memory.workspace();
        this.spectrum = spectrum;
        this.weight = weight;
        this.gradient = gradient;
        products = spectrum.products();
        phases = spectrum.phases();
        large = spectrum.largeChannels();
        small = spectrum.smallChannels();
        transforms = transforms();
    }

    /**
     * The passes of a map, where the library and room for spectra are there and this way is faster.
     *
     * @param weight [small channels, large channels, rows, columns]
     * @param gradient where the gradients of the weights go
     */
    public static Optional<CorrelationPasses> of(
            Memory memory, Tensor weight, Tensor gradient, Axis rows, Axis columns) {
        return Optional.of(new Spectrum(rows, columns, weight.length(1), weight.length(0)))
                .filter(spectrum -> memory.hasRoomForSpectra() && spectrum.pays())
                .flatMap(spectrum -> of(memory, weight, gradient, spectrum));
    }

    /** The same, whether or not it is faster. */
    static Optional<CorrelationPasses> of(
            Memory memory, Tensor weight, Tensor gradient, Spectrum spectrum) {
        return OneDnn.find()
                .map(
                        library ->
                                memory.hold(
                                        new FourierConvolutions(
                                                library, memory, spectrum, weight, gradient)));
    }

    private Transforms transforms() {
        var matrices = new FourierMatrices(spectrum);
        return new Transforms(
                numbers(matrices.large()),
                numbers(FourierMatrices.transposed(matrices.large(), spectrum.phasePixels())),
                numbers(matrices.small()),
                numbers(FourierMatrices.transposed(matrices.small(), spectrum.smallPixels())),
                IntStream.range(0, phases)
                        .mapToObj(phase -> numbers(matrices.weights(phase)))
                        .toList());
    }

    private MemorySegment numbers(float[] matrix) {
        MemorySegment numbers = numbers(matrix.length);
        MemorySegment.copy(matrix, 0, numbers, ValueLayout.JAVA_FLOAT, 0, matrix.length);
        return numbers;
    }

    private MemorySegment numbers(long count) {
        return arena.allocate(count * Float.BYTES, ALIGNMENT);
    }

    /** Numbers from a product to the next in the spectrum of so many large images. */
    private long largeStep(int batch) {
        return (long) phases * batch * large + GAP;
    }

    private long smallStep(int batch) {
        return (long) batch * small + GAP;
    }

    private long weightStep() {
        return (long) phases * small * large + GAP;
    }

    @Override
    public Runnable down(Tensor from, Tensor to, Optional<Tensor> bias) {
        return lazily(() -> downPass(from, to, bias));
    }

    @Override
    public Runnable up(Tensor from, Tensor to) {
        return lazily(() -> upPass(from, to));
    }

    @Override
    public TwoParts weightGradient(Tensor of, Tensor with) {
        return lazilyApart(() -> weightPass(of, with));
    }

    private Runnable downPass(Tensor from, Tensor to, Optional<Tensor> bias) {
        int batch = from.batch();
        Kept images = largeSpectrum(from);
        Kept kernels = weightSpectrum();
        Runnable multiply = halves(products, part -> sumUp(part, images, kernels, batch));
        Runnable back = halves(batch, part -> smallBack(part, to, bias));
        return () -> {
            images.refresh();
            kernels.refresh();
            bias.ifPresent(each -> each.memory(Order.CHANNELS_FIRST));
            to.memoryToWrite(Order.CHANNELS_LAST);
            workspace.of(products * smallStep(batch));
            multiply.run();
            back.run();
        };
    }

    /** Sums over large channels and phases. */
    private Runnable sumUp(Part part, Kept images, Kept kernels, int batch) {
        Shape image = Shape.of(batch, large);
        Shape kernel = Shape.transposed(large, small, large);
        Shape sum = Shape.of(batch, small);
        ManyProducts first = products(image, kernel, sum, false);
        ManyProducts more = products(image, kernel, sum, true);
        return () -> {
            MemorySegment sums = workspace.numbers();
            for (int i = part.first(); i < part.first() + part.length(); i++) {
                for (int phase = 0; phase < phases; phase++) {
                    (phase == 0 ? first : more)
                            .run(
                                    inLarge(images.numbers, i, phase, batch),
                                    inWeights(kernels.numbers, i, phase),
                                    new Place(sums, i * smallStep(batch)));
                }
            }
        };
    }

    private Place inLarge(MemorySegment of, int product, int phase, int batch) {
        return new Place(of, product * largeStep(batch) + (long) phase * batch * large);
    }

    private Place inWeights(MemorySegment of, int product, int phase) {
        return new Place(of, product * weightStep() + (long) phase * small * large);
    }

    private Runnable smallBack(Part part, Tensor to, Optional<Tensor> bias) {
        int pixels = spectrum.smallPixels();
        ManyProducts back =
                products(
                        Shape.of(pixels, products),
                        Shape.of(products, small, smallStep(to.batch())),
                        Shape.of(pixels, small),
                        bias);
        MemorySegment images = last(to);
        return () -> {
            MemorySegment sums = workspace.numbers();
            for (long i = part.first(); i < part.first() + part.length(); i++) {
                back.run(
                        new Place(transforms.smallBack, 0),
                        new Place(sums, i * small),
                        new Place(images, i * pixels * small));
            }
        };
    }

    private Runnable upPass(Tensor from, Tensor to) {
        int batch = from.batch();
        Kept images = smallSpectrum(from);
        Kept kernels = weightSpectrum();
        long sent = products * largeStep(batch);
        Runnable multiply = halves(products, part -> send(part, images, kernels, batch));
        MemorySegment target = last(to);
        Runnable back = halves(batch, part -> largeBack(part, target, batch));
        Optional<Primitive> join =
                phases == 1
                        ? Optional.empty()
                        : Optional.of(reorder(phasesOf(to), pixelsOf(to), target));
        return () -> {
            images.refresh();
            kernels.refresh();
            to.memoryToWrite(Order.CHANNELS_LAST);
            MemorySegment room = workspace.of(sent + (phases == 1 ? 0 : to.size()));
            multiply.run();
            back.run();
            join.ifPresent(
                    each -> {
                        each.place(0, room.asSlice(sent * Float.BYTES));
                        each.place(1, target);
                        each.run();
                    });
        };
    }

    /** What small images send to each phase of the large ones. */
    private Runnable send(Part part, Kept images, Kept kernels, int batch) {
        ManyProducts all =
                products(
                        Shape.of(batch, small),
                        Shape.of(small, large),
                        Shape.of(batch, large),
                        false);
        return () -> {
            MemorySegment sent = workspace.numbers();
            for (int i = part.first(); i < part.first() + part.length(); i++) {
                for (int phase = 0; phase < phases; phase++) {
                    all.run(
                            new Place(images.numbers, i * smallStep(batch)),
                            inWeights(kernels.numbers, i, phase),
                            inLarge(sent, i, phase, batch));
                }
            }
        };
    }

    /**
     * @param target where images are, if they have one phase
     */
    private Runnable largeBack(Part part, MemorySegment target, int batch) {
        int pixels = spectrum.phasePixels();
        ManyProducts back =
                products(
                        Shape.of(pixels, products),
                        Shape.of(products, large, largeStep(batch)),
                        Shape.of(pixels, large),
                        false);
        return () -> {
            MemorySegment sent = workspace.numbers();
            MemorySegment to =
                    phases == 1 ? target : sent.asSlice(products * largeStep(batch) * Float.BYTES);
            for (long i = part.first(); i < part.first() + part.length(); i++) {
                for (int phase = 0; phase < phases; phase++) {
                    back.run(
                            new Place(transforms.largeBack, 0),
                            new Place(sent, ((long) phase * batch + i) * large),
                            new Place(to, (i * phases + phase) * pixels * large));
                }
            }
        };
    }

    private TwoParts weightPass(Tensor of, Tensor with) {
        int batch = of.batch();
        Kept images = largeSpectrum(of);
        Kept others = smallSpectrum(with);
        MemorySegment found = foundSpectrum();
        Runnable multiply = halves(products, part -> match(part, images, others, found, batch));
        Runnable back = halves(small * large, part -> weightsBack(part, found));
        return () -> {
            images.refresh();
            others.refresh();
            gradient.memoryToWrite(Order.CHANNELS_FIRST);
            return () -> {
                multiply.run();
                back.run();
            };
        };
    }

    /** That of the weights' gradients, whichever pass finds them. */
    private MemorySegment foundSpectrum() {
        MemorySegment room = found;
        if (room == null) {
            room = numbers(products * weightStep());
            found = room;
        }
        return room;
    }

    /** Sums over samples. */
    private Runnable match(Part part, Kept images, Kept others, MemorySegment found, int batch) {
        ManyProducts all =
                products(
                        Shape.transposed(small, batch, small),
                        Shape.of(batch, large),
                        Shape.of(small, large),
                        false);
        return () -> {
            for (int i = part.first(); i < part.first() + part.length(); i++) {
                for (int phase = 0; phase < phases; phase++) {
                    all.run(
                            new Place(others.numbers, i * smallStep(batch)),
                            inLarge(images.numbers, i, phase, batch),
                            inWeights(found, i, phase));
                }
            }
        };
    }

    private Runnable weightsBack(Part part, MemorySegment found) {
        int taps = spectrum.taps();
        Shape spectra = Shape.transposed(part.length(), products, weightStep());
        Shape transform = Shape.of(products, taps);
        Shape weights = Shape.of(part.length(), taps);
        ManyProducts first = products(spectra, transform, weights, false);
        ManyProducts more = products(spectra, transform, weights, true);
        MemorySegment target = gradient.memory(Order.CHANNELS_FIRST);
        return () -> {
            for (int phase = 0; phase < phases; phase++) {
                (phase == 0 ? first : more)
                        .run(
                                new Place(found, (long) phase * small * large + part.first()),
                                new Place(transforms.weights.get(phase), 0),
                                new Place(target, (long) part.first() * taps));
            }
        };
    }

    private Kept largeSpectrum(Tensor of) {
        return kept.computeIfAbsent(of, this::ofLarge);
    }

    private Kept ofLarge(Tensor of) {
        int batch = of.batch();
        MemorySegment numbers = numbers(products * largeStep(batch));
        MemorySegment source = last(of);
        Optional<Primitive> part =
                phases == 1
                        ? Optional.empty()
                        : Optional.of(reorder(pixelsOf(of), phasesOf(of), source));
        Runnable transform = halves(batch, each -> largeInto(each, source, numbers, batch));
        return new Kept(
                of,
                numbers,
                () -> {
                    last(of);
                    part.ifPresent(
                            each -> {
                                each.place(0, source);
                                each.place(1, workspace.of(of.size()));
                                each.run();
                            });
                    transform.run();
                });
    }

    /**
     * @param source where images are, if they have one phase
     */
    private Runnable largeInto(Part part, MemorySegment source, MemorySegment to, int batch) {
        int pixels = spectrum.phasePixels();
        ManyProducts into =
                products(
                        Shape.of(products, pixels),
                        Shape.of(pixels, large),
                        Shape.of(products, large, largeStep(batch)),
                        false);
        return () -> {
            MemorySegment from = phases == 1 ? source : workspace.numbers();
            for (long i = part.first(); i < part.first() + part.length(); i++) {
                for (int phase = 0; phase < phases; phase++) {
                    into.run(
                            new Place(transforms.large, 0),
                            new Place(from, (i * phases + phase) * pixels * large),
                            new Place(to, ((long) phase * batch + i) * large));
                }
            }
        };
    }

    private Kept smallSpectrum(Tensor of) {
        return kept.computeIfAbsent(of, this::ofSmall);
    }

    private Kept ofSmall(Tensor of) {
        MemorySegment numbers = numbers(products * smallStep(of.batch()));
        Runnable transform = halves(of.batch(), each -> smallInto(each, of, numbers));
        return new Kept(
                of,
                numbers,
                () -> {
                    last(of);
                    transform.run();
                });
    }

    private Runnable smallInto(Part part, Tensor of, MemorySegment to) {
        int pixels = spectrum.smallPixels();
        ManyProducts into =
                products(
                        Shape.of(products, pixels),
                        Shape.of(pixels, small),
                        Shape.of(products, small, smallStep(of.batch())),
                        false);
        MemorySegment from = last(of);
        return () -> {
            for (long i = part.first(); i < part.first() + part.length(); i++) {
                into.run(
                        new Place(transforms.small, 0),
                        new Place(from, i * pixels * small),
                        new Place(to, i * small));
            }
        };
    }

    private Kept weightSpectrum() {
        return kept.computeIfAbsent(weight, this::ofWeights);
    }

    private Kept ofWeights(Tensor of) {
        MemorySegment numbers = numbers(products * weightStep());
        Runnable transform = halves(small * large, part -> weightsInto(part, numbers));
        return new Kept(
                of,
                numbers,
                () -> {
                    of.memory(Order.CHANNELS_FIRST);
                    transform.run();
                });
    }

    private Runnable weightsInto(Part part, MemorySegment to) {
        int taps = spectrum.taps();
        ManyProducts into =
                products(
                        Shape.of(products, taps),
                        Shape.transposed(taps, part.length(), taps),
                        Shape.of(products, part.length(), weightStep()),
                        false);
        MemorySegment from = weight.memory(Order.CHANNELS_FIRST);
        return () -> {
            for (int phase = 0; phase < phases; phase++) {
                into.run(
                        new Place(transforms.weights.get(phase), 0),
                        new Place(from, (long) part.first() * taps),
                        new Place(to, (long) phase * small * large + part.first()));
            }
        };
    }

    /** Native memory with channels last, up to date. */
    private static MemorySegment last(Tensor images) {
        return images.memory(Order.CHANNELS_LAST);
    }

    /** Always halves, whoever computes them. */
    private Runnable halves(int length, Function<Part, Runnable> maker) {
        return halves(parts(length, Long.MAX_VALUE).stream().map(maker).toList());
    }

    private ManyProducts products(Shape a, Shape b, Shape c, boolean added) {
        return products(a, b, c, Optional.empty(), added ? library.adding : library.attributes);
    }

    private ManyProducts products(Shape a, Shape b, Shape c, Optional<Tensor> bias) {
        return products(a, b, c, bias, library.attributes);
    }

    /**
     * @param bias added to each row of c
     */
    private ManyProducts products(
            Shape a, Shape b, Shape c, Optional<Tensor> bias, MemorySegment attributes) {
        MemorySegment ofA = layout(a);
        MemorySegment ofB = layout(b);
        MemorySegment ofC = layout(c);
        MemorySegment ofBias =
                bias.map(each -> layout(Shape.of(1, each.size()))).orElse(MemorySegment.NULL);
        MemorySegment descriptor =
                library.functions.create(
                        "dnnl_matmul_primitive_desc_create",
                        library.engine,
                        ofA,
                        ofB,
                        ofBias,
                        ofC,
                        attributes);
        var arguments = new ArrayList<Primitive.Argument>();
        arguments.add(new Primitive.Argument(Primitive.SOURCE, ofA, MemorySegment.NULL));
        arguments.add(new Primitive.Argument(Primitive.WEIGHTS, ofB, MemorySegment.NULL));
        arguments.add(new Primitive.Argument(Primitive.DESTINATION, ofC, MemorySegment.NULL));
        bias.ifPresent(
                each ->
                        arguments.add(
                                new Primitive.Argument(
                                        Primitive.BIAS,
                                        ofBias,
                                        each.memory(Order.CHANNELS_FIRST))));
        var made = new ManyProducts(primitive(descriptor, arguments));
        forgetLayouts(ofA, ofB, ofC);
        bias.ifPresent(_ -> forgetLayouts(ofBias));
        return made;
    }

    private MemorySegment layout(Shape shape) {
        return library.layout(
                new long[] {shape.rows(), shape.columns()},
                new long[] {shape.down(), shape.across()});
    }

    /** Large images, pixel by pixel. */
    private MemorySegment pixelsOf(Tensor images) {
        long row = (long) spectrum.columns().large() * large;
        return inPhases(
                images,
                new long[] {
                    spectrum.rows().large() * row,
                    row,
                    large,
                    spectrum.rows().stride() * row,
                    (long) spectrum.columns().stride() * large,
                    1
                });
    }

    /** The same, phase by phase. */
    private MemorySegment phasesOf(Tensor images) {
        long width = spectrum.columns().large() / spectrum.columns().stride();
        long phase = (long) spectrum.phasePixels() * large;
        return inPhases(
                images,
                new long[] {
                    phases * phase,
                    spectrum.columns().stride() * phase,
                    phase,
                    width * large,
                    large,
                    1
                });
    }

    /**
     * @param steps from a sample, a row of phases, a phase, a row of pixels, a pixel and a channel
     *     to the next
     */
    private MemorySegment inPhases(Tensor images, long[] steps) {
        Axis rows = spectrum.rows();
        Axis columns = spectrum.columns();
        long[] lengths = {
            images.batch(),
            rows.stride(),
            columns.stride(),
            rows.large() / rows.stride(),
            columns.large() / columns.stride(),
            large
        };
        return library.layout(lengths, steps);
    }

    /**
     * What brings images from one layout into another.
     *
     * @param somewhere to make it with: where both are is said before it runs
     */
    private Primitive reorder(MemorySegment from, MemorySegment to, MemorySegment somewhere) {
        MemorySegment descriptor =
                library.functions.create(
                        "dnnl_reorder_primitive_desc_create",
                        from,
                        library.engine,
                        to,
                        library.engine,
                        library.attributes);
        Primitive made =
                primitive(
                        descriptor,
                        List.of(
                                new Primitive.Argument(Primitive.SOURCE, from, somewhere),
                                new Primitive.Argument(Primitive.DESTINATION, to, somewhere)));
        forgetLayouts(from, to);
        return made;
    }

    @Override
    public void close() {
        super.close();
        arena.close();
    }
}
