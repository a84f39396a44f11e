package org.ganatelier.cli.support;

import org.ganatelier.train.watch.StopSignal;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * Ctrl-C as the wish to end well: the command is asked to stop, saves what it has, and its exit
 * code is the program's. A command that has nothing to save is ended at once, as usual. Threads
 * meet here: the command's and the one that hears of Ctrl-C.
 */
public final class Interrupt implements StopSignal {
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private Optional<Runnable> newest = Optional.empty();
    private boolean asked;

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

    @Override
    public void whenAsked(Runnable request) {
        boolean late;
        synchronized (this) {
            newest = Optional.of(request);
            late = asked;
        }
        if (late) {
            request.run();
        }
    }

    /**
     * Asks the command to stop and waits until it has ended.
     *
     * @return its exit code, or empty where there is nothing to wait for
     */
    OptionalInt ask() {
        Optional<Runnable> request;
        synchronized (this) {
            asked = true;
            request = newest;
        }
        if (exitCode.isDone() || request.isEmpty()) {
            return OptionalInt.empty();
        }
        request.get().run();
        return OptionalInt.of(exitCode.join());
    }
}
