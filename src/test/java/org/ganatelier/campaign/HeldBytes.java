package org.ganatelier.campaign;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What objects of this program hold, found by looking into them: arrays on the heap, and what is
 * allocated outside.
 */
public final class HeldBytes {
    private static final int FLOAT = 4;

    /** What an object costs beside its arrays' numbers: a header and a reference or two. */
    private static final int OBJECT = 16;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final Set<Long> buffers = new HashSet<>();
    private long heap;
    private long outside;

    /** Of everything that can be reached from some objects, each thing once. */
    public static HeldBytes by(Object... roots) throws IllegalAccessException {
        var held = new HeldBytes();
        Arrays.stream(roots).forEach(held::add);
        while (!held.waiting.isEmpty()) {
            held.look(held.waiting.pop());
        }
        return held;
    }

    public long heap() {
        return heap;
    }

    public long outside() {
        return outside;
    }

    /** Whether something of a type is among what can be reached. */
    public boolean has(Class<?> type) {
        return seen.stream().anyMatch(type::isInstance);
    }

    private void add(@Nullable Object thing) {
        if (thing != null && seen.add(thing)) {
            waiting.push(thing);
        }
    }

    private void look(Object thing) throws IllegalAccessException {
        Class<?> type = thing.getClass();
        if (thing instanceof INDArray array) {
            // Views of the same numbers begin at the same address.
            outside += buffers.add(array.data().address()) ? array.length() * FLOAT : 0;
        } else if (thing instanceof MemorySegment segment) {
            outside += buffers.add(segment.address()) ? segment.byteSize() : 0;
        } else if (type.isArray()) {
            lookIntoArray(thing, type.componentType());
        } else if (thing instanceof Collection<?> many) {
            many.forEach(this::add);
        } else if (thing instanceof Map<?, ?> map) {
            map.values().forEach(this::add);
        } else if (thing instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (thing instanceof AtomicReference<?> reference) {
            add(reference.get());
        } else if (isOurs(type) && !(thing instanceof Enum)) {
            heap += OBJECT;
            lookIntoFields(thing, type);
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("org.ganatelier.");
    }

    private void lookIntoArray(Object array, Class<?> component) {
        int length = Array.getLength(array);
        if (component.isPrimitive()) {
            heap += (long) length * bytes(component);
        } else {
            Arrays.stream((Object[]) array).forEach(this::add);
        }
    }

    private static int bytes(Class<?> primitive) {
        if (primitive == boolean.class || primitive == byte.class) {
            return 1;
        }
        return primitive == long.class || primitive == double.class ? Double.BYTES : FLOAT;
    }

    private void lookIntoFields(Object thing, Class<?> type) throws IllegalAccessException {
        for (Class<?> each = type; isOurs(each); each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    add(field.get(thing));
                }
            }
        }
    }
}
