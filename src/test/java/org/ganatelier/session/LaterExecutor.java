package org.ganatelier.session;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Keeps its tasks until a test wants them done. */
final class LaterExecutor implements Executor {
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** How many tasks wait. */
    int waiting() {
        return tasks.size();
    }

    /** Does what waits, and what that brings. */
    void runAll() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }
}
