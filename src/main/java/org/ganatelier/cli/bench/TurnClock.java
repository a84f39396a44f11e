package org.ganatelier.cli.bench;

import java.util.function.LongSupplier;

/** Nanoseconds that pass while it runs only. May be used from any thread. */
final class TurnClock implements LongSupplier {
    private final LongSupplier nanoTime;
    private long passed;
    private long begin;
    private boolean running;

    /**
     * @param nanoTime {@code System::nanoTime}
     */
    TurnClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized long getAsLong() {
        return running ? passed + nanoTime.getAsLong() - begin : passed;
    }

    /** Goes on, unless it does. */
    synchronized void start() {
        if (!running) {
            begin = nanoTime.getAsLong();
            running = true;
        }
    }

    /** Stands still. */
    synchronized void stop() {
        passed = getAsLong();
        running = false;
    }

    /** Is so much later at once. */
    synchronized void skip(long nanos) {
        passed += nanos;
    }
}
