package org.ganatelier.engine.onednn;

import org.ganatelier.engine.nd4j.Natives;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Optional;

/**
 * oneDNN 3, loaded once in a process. With {@code -Dengine=nd4j}, and where the platform has no
 * such library, there is none, and ND4J's own operations compute.
 */
public final class OneDnn {
    /** Any layout: the library chooses. */
    static final int ANY = 1;

    // Tags name the order of dimensions: a is the first, d the fourth.
    static final int A = 2;

    static final int ABCD = 5;
    static final int ACDB = 22;

    private static final String SWITCH = "engine";
    private static final String ND4J = "nd4j";
    private static final int FLOAT32 = 3;
    private static final int CPU = 1;
    private static final int UNDEFINED_TYPE = 0;
    private static final int IN_ORDER = 1;
    private static final int MOST_DIMENSIONS = 12;
    private static final int GIVEN_SCRATCHPAD = 1;

    /** Initialised by the first thread that asks; others wait for it. */
    private static final class Loaded {
        static final Optional<OneDnn> LIBRARY = load();
    }

    final Functions functions;
    final MemorySegment engine;

    /**
     * How all primitives are made: what they compute in is given to them, so that it does not
     * matter on which thread one was made and on which it runs.
     */
    final MemorySegment attributes;

    /** The same, for what is added to what is there. */
    final MemorySegment adding;

    private OneDnn(SymbolLookup symbols) {
        functions = new Functions(symbols);
        engine = functions.create("dnnl_engine_create", CPU, 0L);
        attributes = functions.create("dnnl_primitive_attr_create");
        functions.set("dnnl_primitive_attr_set_scratchpad_mode", attributes, GIVEN_SCRATCHPAD);
        adding = functions.create("dnnl_primitive_attr_create");
        functions.set("dnnl_primitive_attr_set_scratchpad_mode", adding, GIVEN_SCRATCHPAD);
        MemorySegment sum = functions.create("dnnl_post_ops_create");
        functions.call("dnnl_post_ops_append_sum", sum, 1f, 0, UNDEFINED_TYPE);
        functions.call("dnnl_primitive_attr_set_post_ops", adding, sum);
    }

    /**
     * Whether the library is there and may be used.
     *
     * @throws org.ganatelier.train.EngineException where it cannot be loaded
     */
    public static boolean isThere() {
        return find().isPresent();
    }

    /** The library, where there is one that may be used. */
    static Optional<OneDnn> find() {
        return Loaded.LIBRARY;
    }

    @SuppressWarnings("restricted") // what it finds is called with its own signatures only
    private static Optional<OneDnn> load() {
        if (ND4J.equals(System.getProperty(SWITCH))) {
            return Optional.empty();
        }
        Optional<Path> file = Natives.oneDnn();
        return file.map(found -> new OneDnn(SymbolLookup.libraryLookup(found, Arena.global())));
    }

    /** Something that computes, one primitive after the other. For one thread. */
    MemorySegment stream() {
        return functions.create("dnnl_stream_create", engine, IN_ORDER);
    }

    /** The layout of float32 numbers. */
    MemorySegment layout(int tag, long... dimensions) {
        try (Arena arena = Arena.ofConfined()) {
            return functions.create(
                    "dnnl_memory_desc_create_with_tag",
                    dimensions.length,
                    dimensions(arena, dimensions),
                    FLOAT32,
                    tag);
        }
    }

    /**
     * The layout of float32 numbers.
     *
     * @param strides from one number to the next in each dimension
     */
    MemorySegment layout(long[] dimensions, long[] strides) {
        try (Arena arena = Arena.ofConfined()) {
            return functions.create(
                    "dnnl_memory_desc_create_with_strides",
                    dimensions.length,
                    dimensions(arena, dimensions),
                    FLOAT32,
                    dimensions(arena, strides));
        }
    }

    /** As C functions take them. */
    static MemorySegment dimensions(Arena arena, long... values) {
        MemorySegment all = arena.allocate(ValueLayout.JAVA_LONG, MOST_DIMENSIONS);
        MemorySegment.copy(values, 0, all, ValueLayout.JAVA_LONG, 0, values.length);
        return all;
    }

    /** Numbers of a layout at an address. */
    MemorySegment memory(MemorySegment layout, MemorySegment numbers) {
        return functions.create("dnnl_memory_create", layout, engine, numbers);
    }
}
