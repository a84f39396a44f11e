package org.ganatelier.train.watch;

/** Somebody's wish that what goes on shall end early and well. */
@FunctionalInterface
public interface StopSignal {
    /** Nobody ever wishes it. */
    StopSignal NEVER = _ -> {};

    /**
     * Tells how what goes on now can be stopped, in place of what went on before; it is stopped at
     * once where the wish came first.
     *
     * @param request called at most once, perhaps on another thread; returns soon
     */
    void whenAsked(Runnable request);
}
