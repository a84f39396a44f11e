package org.ganatelier.engine.onednn;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The C functions of oneDNN 3 that are used here, with checked results. Handles of the library's
 * objects are addresses.
 */
final class Functions {
    private static final int SUCCESS = 0;
    private static final int OUT_OF_MEMORY = 1;

    /** More than any name of an implementation has. */
    private static final int LONGEST_NAME = 256;

    private static final int QUERY_NAME = 8;

    private final SymbolLookup symbols;
    private final MethodHandle execute;
    private final MethodHandle next;
    private final MethodHandle query;
    private final MethodHandle queryDescriptor;
    private final MethodHandle size;
    private final MethodHandle equal;
    private final MethodHandle place;

    Functions(SymbolLookup symbols) {
        this.symbols = symbols;
        execute = handle("dnnl_primitive_execute", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS);
        next = handle("dnnl_primitive_desc_next_impl", JAVA_INT, ADDRESS);
        query = handle("dnnl_primitive_desc_query", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
        queryDescriptor =
                handle("dnnl_primitive_desc_query_md", ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
        size = handle("dnnl_memory_desc_get_size", JAVA_LONG, ADDRESS);
        equal = handle("dnnl_memory_desc_equal", JAVA_INT, ADDRESS, ADDRESS);
        place = handle("dnnl_memory_set_data_handle", JAVA_INT, ADDRESS, ADDRESS);
    }

    @SuppressWarnings("restricted") // functions of a library that is known, by their signatures
    private MethodHandle handle(String name, MemoryLayout result, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(
                        symbols.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    /**
     * Makes an object.
     *
     * @param name of the function, whose first argument is where the handle goes
     * @param arguments the others: segments and numbers
     * @throws IllegalStateException where the library refuses
     */
    MemorySegment create(String name, Object... arguments) {
        return tryCreate(name, arguments)
                .orElseThrow(() -> new IllegalStateException(name + " was refused"));
    }

    /** The same; empty where the library cannot do what is asked. */
    Optional<MemorySegment> tryCreate(String name, Object... arguments) {
        var layouts = new MemoryLayout[arguments.length + 1];
        var values = new Object[arguments.length + 1];
        layouts[0] = ADDRESS;
        for (int i = 0; i < arguments.length; i++) {
            layouts[i + 1] = layout(arguments[i]);
            values[i + 1] = arguments[i];
        }
        MethodHandle function = handle(name, JAVA_INT, layouts);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment made = arena.allocate(ADDRESS);
            values[0] = made;
            int status = (int) function.invokeWithArguments(values);
            requireMemory(status);
            return status == SUCCESS ? Optional.of(made.get(ADDRESS, 0)) : Optional.empty();
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    private static MemoryLayout layout(Object argument) {
        return switch (argument) {
            case Integer _ -> JAVA_INT;
            case Long _ -> JAVA_LONG;
            case Float _ -> JAVA_FLOAT;
            case MemorySegment _ -> ADDRESS;
            default -> throw new IllegalArgumentException(argument + " has no place in C");
        };
    }

    /** Changes an object. */
    void call(String name, Object... arguments) {
        var layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] = layout(arguments[i]);
        }
        try {
            if ((int) handle(name, JAVA_INT, layouts).invokeWithArguments(arguments) != SUCCESS) {
                throw new IllegalStateException(name + " was refused");
            }
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    /** Sets something of an object. */
    void set(String name, MemorySegment handle, int value) {
        try {
            int status = (int) handle(name, JAVA_INT, ADDRESS, JAVA_INT).invokeExact(handle, value);
            if (status != SUCCESS) {
                throw new IllegalStateException(name + " was refused");
            }
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    /** Says where the numbers of a memory object are. */
    void place(MemorySegment memory, MemorySegment numbers) {
        try {
            int _ = (int) place.invokeExact(memory, numbers);
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    /** Frees an object. */
    void destroy(String name, MemorySegment handle) {
        try {
            int _ = (int) handle(name, JAVA_INT, ADDRESS).invokeExact(handle);
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    /**
     * Runs a primitive.
     *
     * @param count of the arguments
     * @param arguments in C's layout: see {@link Primitive}
     */
    void execute(
            MemorySegment primitive, MemorySegment stream, int count, MemorySegment arguments) {
        try {
            int status = (int) execute.invokeExact(primitive, stream, count, arguments);
            requireMemory(status);
            if (status != SUCCESS) {
                throw new IllegalStateException("oneDNN could not compute: status " + status);
            }
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    /** Goes on to the next implementation; false where there is none. */
    boolean next(MemorySegment primitiveDescriptor) {
        try {
            return (int) next.invokeExact(primitiveDescriptor) == SUCCESS;
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    /** The name of the implementation. */
    String name(MemorySegment primitiveDescriptor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(ADDRESS);
            int _ = (int) query.invokeExact(primitiveDescriptor, QUERY_NAME, 0, name);
            return text(name.get(ADDRESS, 0));
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    @SuppressWarnings("restricted") // a constant of the library, ended by a zero
    private static String text(MemorySegment constant) {
        return constant.reinterpret(LONGEST_NAME).getString(0);
    }

    /**
     * How a primitive wants an argument to be laid out; it belongs to the primitive's descriptor.
     */
    MemorySegment descriptor(MemorySegment primitiveDescriptor, int what) {
        try {
            return (MemorySegment) queryDescriptor.invokeExact(primitiveDescriptor, what, 0);
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    /** Bytes that a layout takes. */
    long size(MemorySegment descriptor) {
        try {
            return (long) size.invokeExact(descriptor);
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    /** Whether two layouts are the same. */
    boolean equal(MemorySegment one, MemorySegment other) {
        try {
            return (int) equal.invokeExact(one, other) != 0;
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    private static void requireMemory(int status) {
        if (status == OUT_OF_MEMORY) {
            throw new OutOfMemoryError("oneDNN");
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        switch (failure) {
            case RuntimeException known -> throw known;
            case Error known -> throw known;
            default -> throw new IllegalStateException(failure);
        }
    }
}
