package org.ganatelier.engine.nd4j;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Native memory that all passes of a network compute in, one after the other: what a pass leaves in
 * it is overwritten by the next. For one thread, and for those that do a part of its pass.
 */
public final class Workspace implements Memory.Resource {
    /** What oneDNN's fastest loads want. */
    private static final long ALIGNMENT = 64;

    private @Nullable Arena arena;
    private MemorySegment numbers = MemorySegment.NULL;

    Workspace() {}

    /** Room for so many float32 numbers. */
    public MemorySegment of(long count) {
        long bytes = count * Float.BYTES;
        if (numbers.byteSize() < bytes) {
            close();
            Arena larger = Arena.ofShared();
            arena = larger;
            numbers = larger.allocate(bytes, ALIGNMENT);
        }
        return numbers;
    }

    /** The room that was last asked for. */
    public MemorySegment numbers() {
        return numbers;
    }

    @Override
    public void close() {
        if (arena != null) {
            arena.close();
            arena = null;
            numbers = MemorySegment.NULL;
        }
    }
}
