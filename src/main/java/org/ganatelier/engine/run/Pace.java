package org.ganatelier.engine.run;

import java.time.Duration;

/**
 * A run's clock and its speed limit: the time that its steps have taken, pauses left out, and how
 * long to wait for the next one. The training thread only.
 */
final class Pace {
    private static final double NANOS = 1e9;

    private long trainedNanos;
    private double averageNanos;
    private double stepsPerSecond = Double.POSITIVE_INFINITY;

    /**
     * Goes on from the time of an earlier run.
     *
     * @param seconds of training so far
     */
    void goOnFrom(double seconds) {
        trainedNanos = (long) (seconds * NANOS);
    }

    /** Counts a step. */
    void took(long nanos) {
        trainedNanos += nanos;
        // An average over about a second, whatever a step takes.
        double share = averageNanos == 0 ? 1 : Math.min(1, nanos / NANOS);
        averageNanos += (nanos - averageNanos) * share;
    }

    /** Seconds of training so far. */
    double seconds() {
        return trainedNanos / NANOS;
    }

    /** Whether so much training time is over. */
    boolean reached(Duration time) {
        return trainedNanos >= time.toNanos();
    }

    /**
     * The speed over the last second or so.
     *
     * @param each how many samples a step takes
     */
    double samplesPerSecond(int each) {
        return each * NANOS / averageNanos;
    }

    /** Allows so many steps in a second at most, above 0; infinity for full speed. */
    void limit(double most) {
        stepsPerSecond = most;
    }

    /** From the beginning of one step to that of the next, in nanoseconds, where a limit is set. */
    long interval() {
        return (long) (NANOS / stepsPerSecond);
    }

    /** How long to wait after a step, in nanoseconds; 0 or below where the next one may begin. */
    long rest() {
        return (long) (NANOS / stepsPerSecond - averageNanos);
    }
}
