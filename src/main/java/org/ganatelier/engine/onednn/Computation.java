package org.ganatelier.engine.onednn;

import org.ganatelier.engine.nd4j.Memory;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Primitives on one stream, made when they are first run and freed together. For one thread. */
class Computation implements Memory.Resource {
    static final int FORWARD_TRAINING = 64;

    private static final String DESTROY_DESCRIPTOR = "dnnl_primitive_desc_destroy";

    final OneDnn library;
    final MemorySegment stream;
    private final List<Primitive> held = new ArrayList<>();

    Computation(OneDnn library) {
        this.library = library;
        stream = library.stream();
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

    /** The same of a pass in two parts: see {@link Convolutions#weightGradient}. */
    static Supplier<Runnable> lazilyApart(Supplier<Supplier<Runnable>> maker) {
        return new Supplier<>() {
            private Supplier<Runnable> made = this::make;

            @Override
            public Runnable get() {
                return made.get();
            }

            private Runnable make() {
                made = maker.get();
                return made.get();
            }
        };
    }

    /** Both parts one after the other. */
    static Runnable inOne(Supplier<Runnable> apart) {
        return () -> apart.get().run();
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
