package org.ganatelier.session;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Where a session's work is done.
 *
 * @param fx runs a task on the FX thread, later
 * @param background runs a task that may take seconds
 * @param fxThread knows whether its caller is on the FX thread
 */
public record Workers(Executor fx, Executor background, FxThread fxThread) {
    /** Where no toolkit runs, as in a test: whatever thread calls counts as the FX thread. */
    public Workers(Executor fx, Executor background) {
        this(fx, background, () -> true);
    }

    /**
     * Works in the background and hands the result to the FX thread; exactly one of the two
     * consumers is called.
     */
    <T> void work(Callable<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        background.execute(
                () -> {
                    Runnable answer;
                    try {
                        T result = task.call();
                        answer = () -> done.accept(result);
                    } catch (Throwable failure) {
                        // The top of a thread: out of memory must reach the user too.
                        answer = () -> failed.accept(failure);
                    }
                    fx.execute(answer);
                });
    }
}
