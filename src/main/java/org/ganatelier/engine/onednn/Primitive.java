package org.ganatelier.engine.onednn;

import org.ganatelier.engine.nd4j.Leaving;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** One computation with its arguments bound, so that running it makes no objects. */
final class Primitive implements AutoCloseable {
    static final int SOURCE = 1;
    static final int DESTINATION = 17;
    static final int WEIGHTS = 33;
    static final int BIAS = 41;
    static final int SOURCE_GRADIENT = 129;
    static final int DESTINATION_GRADIENT = 145;
    static final int WEIGHTS_GRADIENT = 161;
    static final int BIAS_GRADIENT = 169;
    private static final int SCRATCHPAD = 80;
    private static final int SCRATCHPAD_LAYOUT = 136;

    /** {@code dnnl_exec_arg_t}: a number, a gap, an address. */
    private static final MemoryLayout ARGUMENT =
            MemoryLayout.structLayout(
                    ValueLayout.JAVA_INT, MemoryLayout.paddingLayout(4), ValueLayout.ADDRESS);

    private static final long NUMBER = 0;
    private static final long ADDRESS = 8;

    private final OneDnn library;
    private final MemorySegment stream;
    private final MemorySegment primitive;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment arguments;
    private final int count;
    private final List<MemorySegment> memories = new ArrayList<>();
    private final MemorySegment scratchpad;
    private final long scratchpadSize;

    /** An argument: which one, how it is laid out, and where it is. */
    record Argument(int number, MemorySegment layout, MemorySegment numbers) {}

    Primitive(
            OneDnn library, MemorySegment stream, MemorySegment descriptor, List<Argument> bound) {
        this.library = library;
        this.stream = stream;
        primitive = library.functions.create("dnnl_primitive_create", descriptor);
        MemorySegment layout = library.functions.descriptor(descriptor, SCRATCHPAD_LAYOUT);
        scratchpadSize = library.functions.size(layout);
        scratchpad = library.memory(layout, MemorySegment.NULL);
        memories.add(scratchpad);
        count = bound.size() + (scratchpadSize > 0 ? 1 : 0);
        arguments = arena.allocate(ARGUMENT, count);
        for (int i = 0; i < bound.size(); i++) {
            Argument each = bound.get(i);
            MemorySegment memory = library.memory(each.layout(), each.numbers());
            memories.add(memory);
            bind(i, each.number(), memory);
        }
        if (scratchpadSize > 0) {
            bind(bound.size(), SCRATCHPAD, scratchpad);
        }
    }

    private void bind(int index, int number, MemorySegment memory) {
        MemorySegment one = arguments.asSlice(index * ARGUMENT.byteSize(), ARGUMENT);
        one.set(ValueLayout.JAVA_INT, NUMBER, number);
        one.set(ValueLayout.ADDRESS, ADDRESS, memory);
    }

    /**
     * Says where an argument is from now on.
     *
     * @param index in the list of arguments
     */
    void place(int index, MemorySegment numbers) {
        // The first is the scratchpad.
        library.functions.place(memories.get(index + 1), numbers);
    }

    /**
     * Computes. For one thread at a time.
     *
     * @throws Leaving.LeftException before it begins, where the computation is to be left
     */
    void run() {
        Leaving.check();
        if (scratchpadSize > 0) {
            library.functions.place(scratchpad, Scratchpad.ofThisThread(scratchpadSize));
        }
        library.functions.execute(primitive, stream, count, arguments);
    }

    @Override
    public void close() {
        library.functions.destroy("dnnl_primitive_destroy", primitive);
        memories.forEach(each -> library.functions.destroy("dnnl_memory_destroy", each));
        arena.close();
    }
}
