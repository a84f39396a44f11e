package org.ganatelier.session;

/**
 * The thread that a session belongs to. Every public method that changes the session asks here who
 * calls it: state that two threads write to would fail much later, and elsewhere.
 */
@FunctionalInterface
public interface FxThread {
    /** Whether the caller is on it. */
    boolean isHere();

    /**
     * Lets only this thread in.
     *
     * @throws IllegalStateException on any other thread
     */
    default void require() {
        if (!isHere()) {
            throw new IllegalStateException(
                    "The session belongs to the FX thread, and this is "
                            + Thread.currentThread().getName());
        }
    }
}
