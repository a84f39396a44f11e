package org.ganatelier.engine.nd4j;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Native memory that all passes of a network compute in, one after the other: what a pass leaves in
 * it is overwritten by the next. For one thread, and for those that do a part of its pass.
 */
public final class Workspace implements Memory.Resource {
    /** What oneDNN's fastest loads want. */
    private static final long ALIGNMENT = 64;

    private Room room = new Room(0);

    /** Memory of one size. */
    private static final class Room {
        private final Arena arena = Arena.ofShared();
        private final MemorySegment numbers;

        Room(long bytes) {
            numbers = arena.allocate(bytes, ALIGNMENT);
        }

        void close() {
            arena.close();
        }
    }

    Workspace() {}

    /** Room for so many float32 numbers. */
    public MemorySegment of(long count) {
        long bytes = count * Float.BYTES;
        if (room.numbers.byteSize() < bytes) {
            room.close();
            room = new Room(bytes);
        }
        return room.numbers;
    }

    /** The room that was last asked for. */
    public MemorySegment numbers() {
        return room.numbers;
    }

    @Override
    public void close() {
        room.close();
    }
}
