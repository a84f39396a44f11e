package org.ganatelier.cli;

import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * Ctrl-C as the wish to end well: the command is asked to stop, saves what it has, and its exit
 * code is the program's. A command that has nothing to save is ended at once, as usual.
 */
public final class Interrupt {
    private final CompletableFuture<Runnable> stop = new CompletableFuture<>();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    /** Begins to listen to the end of the process. */
    public void install() {
        // A hook cannot call exit; to halt is safe, as the command has closed its files by then.
        Runnable endWell = () -> ask().ifPresent(Runtime.getRuntime()::halt);
        Runtime.getRuntime().addShutdownHook(new Thread(endWell, "end well"));
    }

    /** The command has ended, by itself or because it was asked to. */
    public void finished(int code) {
        exitCode.complete(code);
    }

    /**
     * Tells how the command can be stopped.
     *
     * @param request called at most once, on another thread; returns soon
     */
    void whenAsked(Runnable request) {
        stop.complete(request);
    }

    /**
     * Asks the command to stop and waits until it has ended.
     *
     * @return its exit code, or empty where there is nothing to wait for
     */
    OptionalInt ask() {
        if (exitCode.isDone() || !stop.isDone()) {
            return OptionalInt.empty();
        }
        stop.join().run();
        return OptionalInt.of(exitCode.join());
    }
}
