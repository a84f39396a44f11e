package org.ganatelier.engine.onednn;

import org.ganatelier.engine.nd4j.Memory;
import org.ganatelier.engine.nd4j.SideWork;
import org.ganatelier.engine.nd4j.TwoParts;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Primitives on one stream, made when they are first run and freed together. For one thread. */
class Computation implements Memory.Resource {
    static final int FORWARD_TRAINING = 64;

    private static final String DESTROY_DESCRIPTOR = "dnnl_primitive_desc_destroy";

    /** Multiplications and additions, at one a nanosecond and core or faster: about 30 µs. */
    private static final long WORTH_SPLITTING = 4_000_000;

    final OneDnn library;
    final MemorySegment stream;
    private final SideWork side;
    private final List<Primitive> held = new ArrayList<>();

    /**
     * @param side does half of large passes
     */
    Computation(OneDnn library, SideWork side) {
        this.library = library;
        this.side = side;
        stream = library.stream();
    }

    /**
     * Into what a pass is split: halves of large ones, whoever computes them, so that no number
     * depends on that.
     *
     * @param length samples or rows
     * @param multiplications of all of them
     */
    static List<Part> parts(int length, long multiplications) {
        if (length < 2 || multiplications < WORTH_SPLITTING) {
            return List.of(new Part(0, length));
        }
        int half = length / 2;
        return List.of(new Part(0, half), new Part(half, length - half));
    }

    /** Neighbouring samples or rows. */
    record Part(int first, int length) {
        /** Where they are in memory that holds {@code all} of them. */
        MemorySegment of(MemorySegment memory, int all) {
            long each = memory.byteSize() / all;
            return memory.asSlice(first * each, length * each);
        }
    }

    /** Runs one primitive, or two beside each other. */
    Runnable together(List<Primitive> parts) {
        Primitive first = parts.getFirst();
        if (parts.size() == 1) {
            return first::run;
        }
        Runnable one = first::run;
        Runnable other = parts.getLast()::run;
        return () -> side.both(one, other);
    }

    /** Computes a part, or two beside each other. */
    Runnable halves(List<Runnable> parts) {
        Runnable one = parts.getFirst();
        Runnable other = parts.getLast();
        return parts.size() == 1 ? one : () -> side.both(one, other);
    }

    /** Makes a pass when it is first run: nothing is allocated before. */
    static Runnable lazily(Supplier<Runnable> maker) {
        return new Runnable() {
            private Runnable made = this::make;

            @Override
            public void run() {
                made.run();
            }

            private void make() {
                made = maker.get();
                made.run();
            }
        };
    }

    /** The same of a pass in two parts. */
    static TwoParts lazilyApart(Supplier<TwoParts> maker) {
        return new TwoParts() {
            private TwoParts made = this::make;

            @Override
            public Runnable begin() {
                return made.begin();
            }

            private Runnable make() {
                made = maker.get();
                return made.begin();
            }
        };
    }

    /** A primitive of a descriptor, which is freed: the primitive has its own. */
    Primitive primitive(MemorySegment descriptor, List<Primitive.Argument> arguments) {
        var made = new Primitive(library, stream, descriptor, arguments);
        held.add(made);
        forget(descriptor);
        return made;
    }

    /** Frees the descriptor of a primitive. */
    void forget(MemorySegment descriptor) {
        library.functions.destroy(DESTROY_DESCRIPTOR, descriptor);
    }

    /** Frees layouts: primitives have copies. */
    void forgetLayouts(MemorySegment... layouts) {
        for (MemorySegment layout : layouts) {
            library.functions.destroy("dnnl_memory_desc_destroy", layout);
        }
    }

    @Override
    public void close() {
        held.forEach(Primitive::close);
        library.functions.destroy("dnnl_stream_destroy", stream);
    }
}
