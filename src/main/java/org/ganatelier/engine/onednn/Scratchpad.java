package org.ganatelier.engine.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** What primitives compute in, one after the other on each thread. */
final class Scratchpad {
    /** What oneDNN's fastest loads want. */
    private static final long ALIGNMENT = 64;

    private static final ThreadLocal<Scratchpad> OF_THREAD =
            ThreadLocal.withInitial(Scratchpad::new);

    private MemorySegment numbers = MemorySegment.NULL;

    private Scratchpad() {}

    /** Bytes that are used until the next primitive runs on this thread. */
    static MemorySegment ofThisThread(long bytes) {
        return OF_THREAD.get().atLeast(bytes);
    }

    private MemorySegment atLeast(long bytes) {
        if (numbers.byteSize() < bytes) {
            // Freed by the garbage collector, at the latest after its thread has ended.
            numbers = Arena.ofAuto().allocate(bytes, ALIGNMENT);
        }
        return numbers;
    }
}
