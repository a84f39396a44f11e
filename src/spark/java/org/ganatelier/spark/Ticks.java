package org.ganatelier.spark;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/**
 * Who listens to executors in this process. Spark makes its plugins itself, so nobody can hand them
 * a listener: they find it here.
 */
final class Ticks {
    private static final Set<Consumer<Tick>> LISTENERS = new CopyOnWriteArraySet<>();

    private Ticks() {}

    static void listen(Consumer<Tick> listener) {
        LISTENERS.add(listener);
    }

    static void forget(Consumer<Tick> listener) {
        LISTENERS.remove(listener);
    }

    static void hear(Tick tick) {
        LISTENERS.forEach(listener -> listener.accept(tick));
    }
}
