package org.ganatelier.engine.nd4j;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Computations that may be done beside those of the thread that orders them: by a second thread,
 * or, when that thread waits for their end, by itself. Each writes only what is its own until it is
 * waited for, so that who does it makes no difference to any number. All methods are for the thread
 * that orders.
 */
public final class SideWork implements AutoCloseable {
    private final boolean alone;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ordered = lock.newCondition();
    private final Condition done = lock.newCondition();

    // Below: under the lock.
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private @Nullable Runnable current;
    private @Nullable Thread second;
    private @Nullable Throwable failure;
    private boolean closed;

    private SideWork(boolean alone) {
        this.alone = alone;
    }

    /** Nobody is there to help: what is ordered is done at once. */
    public static SideWork alone() {
        return new SideWork(true);
    }

    /** A second thread helps; it is started by the first order. */
    public static SideWork withSecondThread() {
        return new SideWork(false);
    }

    /** Whether a second thread helps. */
    public boolean helps() {
        return !alone;
    }

    /** Has something computed before {@link #finish} returns. */
    public void order(Runnable work) {
        if (alone) {
            work.run();
            return;
        }
        lock.lock();
        try {
            waiting.add(work);
            wake();
        } finally {
            lock.unlock();
        }
    }

    /** Computes both, one of them beside the other where nothing else is waiting to be done. */
    public void both(Runnable one, Runnable other) {
        boolean beside = !alone && orderIfIdle(other);
        one.run();
        if (!beside || takeBack(other)) {
            other.run();
        } else {
            await(other);
        }
    }

    private boolean orderIfIdle(Runnable work) {
        lock.lock();
        try {
            boolean idle = current == null && waiting.isEmpty();
            if (idle) {
                waiting.add(work);
                wake();
            }
            return idle;
        } finally {
            lock.unlock();
        }
    }

    private boolean takeBack(Runnable work) {
        lock.lock();
        try {
            return waiting.remove(work);
        } finally {
            lock.unlock();
        }
    }

    private void await(Runnable work) {
        lock.lock();
        try {
            while (work.equals(current)) {
                done.awaitUninterruptibly();
            }
            throwFailure();
        } finally {
            lock.unlock();
        }
    }

    /** Under the lock. */
    private void wake() {
        if (second == null) {
            second = Thread.ofPlatform().name("beside-training").daemon().start(this::help);
        }
        ordered.signal();
    }

    /**
     * Does what nobody has begun, the newest first, and waits for the rest.
     *
     * @throws RuntimeException what a computation threw
     */
    public void finish() {
        if (alone) {
            return;
        }
        for (Runnable next = take(); next != null; next = take()) {
            next.run();
        }
        lock.lock();
        try {
            awaitRest();
            throwFailure();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what nobody has begun, and waits for the rest; what that throws is forgotten too. */
    public void drop() {
        if (alone) {
            return;
        }
        lock.lock();
        try {
            waiting.clear();
            awaitRest();
            failure = null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Runnable take() {
        lock.lock();
        try {
            return waiting.pollLast();
        } finally {
            lock.unlock();
        }
    }

    /** Under the lock. */
    private void awaitRest() {
        while (current != null) {
            done.awaitUninterruptibly();
        }
    }

    /** Under the lock. */
    private void throwFailure() {
        Throwable thrown = failure;
        failure = null;
        switch (thrown) {
            case null -> {}
            case RuntimeException known -> throw known;
            case Error known -> throw known;
            default -> throw new IllegalStateException(thrown);
        }
    }

    /** The life of the second thread. */
    private void help() {
        // The operations themselves are for one thread each.
        Natives.useThreads(1);
        for (Runnable next = next(null); next != null; next = next(attempt(next))) {
            // Until there will be no other.
        }
    }

    private static @Nullable Throwable attempt(Runnable work) {
        try {
            work.run();
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    /**
     * The oldest that waits; null once there will be no other.
     *
     * @param thrown by the one before it
     */
    private @Nullable Runnable next(@Nullable Throwable thrown) {
        lock.lock();
        try {
            failure = failure == null ? thrown : failure;
            current = null;
            done.signal();
            while (waiting.isEmpty() && !closed) {
                ordered.awaitUninterruptibly();
            }
            current = waiting.poll();
            return current;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the second thread, once it has done what it has begun. */
    @Override
    public void close() {
        drop();
        lock.lock();
        try {
            closed = true;
            ordered.signal();
        } finally {
            lock.unlock();
        }
    }
}
