package org.ganatelier.sweep;

import org.ganatelier.plan.memory.RunMemory;
import org.ganatelier.project.ProjectException;
import org.ganatelier.project.sweep.CellResult;
import org.ganatelier.train.watch.StopSignal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Computes in this process, on as many threads as there are slots, one engine thread each. */
public final class LocalBackend implements SweepBackend {
    private final CellRunner runner;
    private final int slots;
    private final Set<Stop> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * @param slots trainings at a time
     */
    public LocalBackend(CellRunner runner, int slots) {
        this.runner = runner;
        this.slots = slots;
    }

    /**
     * As many trainings as there are cores, or fewer where the largest of a sweep would take more
     * than half of the memory together.
     */
    public static int slotsFor(Sweep sweep) {
        Runtime machine = Runtime.getRuntime();
        long largest =
                sweep.cells().stream()
                        .mapToLong(cell -> RunMemory.of(cell.plan()).heap())
                        .max()
                        .orElse(0);
        long fitting = machine.maxMemory() / 2 / Math.max(1, largest);
        return (int) Math.max(1, Math.min(machine.availableProcessors(), fitting));
    }

    /** The wish to end, for one training. */
    private static final class Stop implements StopSignal {
        private final AtomicBoolean asked = new AtomicBoolean();
        private volatile Runnable request = () -> {};

        @Override
        public void whenAsked(Runnable wanted) {
            request = wanted;
            if (asked.get()) {
                wanted.run();
            }
        }

        void ask() {
            asked.set(true);
            request.run();
        }
    }

    @Override
    public int slots() {
        return slots;
    }

    @Override
    public void run(List<CellTask> tasks, ResultFolder folder, Listener listener) {
        Queue<CellTask> waiting = new ConcurrentLinkedQueue<>(tasks);
        Runnable slot =
                () ->
                        Stream.generate(waiting::poll)
                                .takeWhile(task -> task != null && !stopped)
                                .forEach(task -> run(task, folder, listener));
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().name("slot-", 1).daemon().factory())) {
            for (int i = 0; i < Math.min(slots, tasks.size()); i++) {
                threads.execute(slot);
            }
        }
    }

    /** The top of a slot's task: whatever goes wrong is this cell's matter alone. */
    private void run(CellTask task, ResultFolder folder, Listener listener) {
        var stop = new Stop();
        running.add(stop);
        if (stopped) {
            return;
        }
        try {
            listener.started(task);
            Optional<CellResult> result =
                    runner.run(
                            task,
                            folder.of(task.cell()),
                            1,
                            stop,
                            metrics -> listener.progressed(task, metrics));
            result.ifPresent(done -> listener.finished(task, done));
        } catch (IOException | ProjectException | RuntimeException | Error failure) {
            listener.failed(task, failure);
        } finally {
            running.remove(stop);
        }
    }

    @Override
    public void stop() {
        stopped = true;
        running.forEach(Stop::ask);
    }

    @Override
    public void close() {
        stop();
    }
}
