package org.ganatelier.engine.nd4j;

/** A computation whose second part may be done on another thread: see {@link SideWork}. */
@FunctionalInterface
public interface TwoParts {
    /**
     * Does the first part, on the thread that owns the tensors.
     *
     * @return the second, for any thread, while nobody changes what it reads or reads what it
     *     writes
     */
    Runnable begin();

    /** Both parts, one after the other. */
    default void run() {
        begin().run();
    }
}
