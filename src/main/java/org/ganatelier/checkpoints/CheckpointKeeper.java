package org.ganatelier.checkpoints;

import org.ganatelier.checkpoints.Cadence.Cost;
import org.ganatelier.checkpoints.Cadence.Moment;
import org.ganatelier.project.FileProblem;
import org.ganatelier.project.ProjectException;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.RunPast;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Keeps checkpoints of one run while it trains. Whoever watches the run tells of each step; where
 * one is due, the run's thread makes a copy between two steps, and a thread of low priority writes
 * it and thins out the others. At most one waits to be written.
 */
public final class CheckpointKeeper implements AutoCloseable {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    /**
     * What a checkpoint takes in all, by what it takes of the thread that writes: the engine's
     * threads, the garbage collector and the compiler work for it too.
     */
    private static final double OTHER_THREADS = 3;

    private final CheckpointFolder folder;
    private final Cadence cadence;
    private final Supplier<Thinning> thinning;
    private final Listener listener;
    private final Semaphore free = new Semaphore(1);
    private final Distances distances = new Distances();
    private final ExecutorService writer = writer();
    private volatile boolean closed;
    private volatile Cost cost;

    /** Of whoever tells of the steps. */
    private Moment last;

    /** Hears what becomes of the checkpoints, on the thread that writes. */
    public interface Listener {
        /**
         * A state was written. What is done with it here counts as part of what a checkpoint costs.
         */
        default void written(CheckpointFile file, Kept kept) {}

        /** One was written, and others may have gone; these are there now, in order. */
        void kept(List<CheckpointFile> all);

        /** One could not be written; the run goes on, and the next is tried. */
        void failed(FileProblem problem);
    }

    /**
     * A state to keep.
     *
     * @param told what is known of it: its newest figures and score, where there are any
     */
    public record Kept(Checkpoint state, RunPast told) {}

    /**
     * @param thinning asked after each that is written
     * @param begin where the run begins: the next checkpoint comes after it
     */
    public CheckpointKeeper(
            CheckpointFolder folder,
            Cadence cadence,
            Supplier<Thinning> thinning,
            Moment begin,
            Listener listener) {
        this.folder = folder;
        this.cadence = cadence;
        this.thinning = thinning;
        this.listener = listener;
        last = begin;
        cost = Cost.unknown(begin.seconds());
    }

    /**
     * A step is done. For one thread at a time.
     *
     * @param state orders a copy, where one is due
     */
    public void stepped(Moment now, Supplier<CompletableFuture<Kept>> state) {
        if (!closed && cadence.isDue(now, last, cost) && isFree()) {
            take(now, state);
        }
    }

    /**
     * The run rests: its state is kept, unless it has hardly trained since the last one, or that is
     * still being written. For the thread that tells of the steps.
     *
     * @param seconds of training that are worth a checkpoint
     */
    public void rests(Moment now, double seconds, Supplier<CompletableFuture<Kept>> state) {
        if (!closed && now.seconds() - last.seconds() >= seconds && free.tryAcquire()) {
            take(now, state);
        }
    }

    private void take(Moment now, Supplier<CompletableFuture<Kept>> state) {
        last = now;
        var _ = state.get().whenComplete(this::write);
    }

    private boolean isFree() {
        if (!cadence.waits()) {
            return free.tryAcquire();
        }
        free.acquireUninterruptibly();
        return true;
    }

    private void write(@Nullable Kept kept, @Nullable Throwable failure) {
        if (kept == null || failure != null) {
            free.release();
            return;
        }
        try {
            writer.execute(
                    () -> {
                        try {
                            write(kept);
                        } finally {
                            free.release();
                        }
                    });
        } catch (RejectedExecutionException _) {
            // Closed meanwhile: nobody waits for this one.
            free.release();
        }
    }

    private void write(Kept kept) {
        try {
            Thinning limits = thinning.get();
            long before = now();
            CheckpointFile written = folder.save(kept.state(), kept.told());
            listener.written(written, kept);
            double seconds = OTHER_THREADS * (now() - before) / 1e9;
            cost = cost.and(seconds, limits.room(written.bytes()));
            distances.add(written.step(), kept.told());
            limits.surplus(folder.list(), distances.best(folder.list())).forEach(folder::remove);
            listener.kept(folder.list());
        } catch (ProjectException e) {
            listener.failed(e.problem());
        } catch (IOException e) {
            listener.failed(FileProblem.of(e));
        }
    }

    /** Of the processor in nanoseconds: to wait for a disk costs the training nothing. */
    private static long now() {
        return CLOCK.isCurrentThreadCpuTimeSupported()
                ? CLOCK.getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    /**
     * Does something else with the folder, after what is being written.
     *
     * @return whether it will be done: not where this is closed
     */
    public boolean execute(Runnable work) {
        try {
            writer.execute(work);
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    /** Waits until what is being written is written. */
    @Override
    public void close() {
        closed = true;
        writer.close();
    }

    // A hint only: the training matters more than when exactly a copy is on the disk.
    @SuppressWarnings("ThreadPriorityCheck")
    private static ExecutorService writer() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform()
                        .name("checkpoints")
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
    }
}
