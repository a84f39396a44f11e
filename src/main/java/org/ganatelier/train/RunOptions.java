package org.ganatelier.train;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How a run goes, without changing what it learns.
 *
 * @param steps ends the run after so many steps in all
 * @param time ends the run after so much training time, counted from its first step
 * @param threads of the engine, 1 to {@value #MOST_THREADS}; empty: the engine's own choice
 * @param paused whether it waits for {@link Run#resume} or {@link Run#step} before the first step
 * @param previews images of a preview, from fixed noise; 0 for none
 * @param previewInterval the least time between two previews
 * @param replay what to do on the way, each thing at its step; what lies before the run's first
 *     step is passed over
 * @param masks how a run from the beginning draws them; one that goes on does as it did
 */
public record RunOptions(
        OptionalLong steps,
        Optional<Duration> time,
        OptionalInt threads,
        boolean paused,
        int previews,
        Duration previewInterval,
        Interventions replay,
        DropoutMasks masks) {
    /** More than any machine that this is made for has. */
    public static final int MOST_THREADS = 1024;

    /** For a window: without end, 64 previews at most 15 times a second. */
    public static RunOptions live() {
        return new RunOptions(
                OptionalLong.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                64,
                Duration.ofMillis(67),
                Interventions.NONE,
                DropoutMasks.NEWEST);
    }

    /** For a command line: no previews while it runs. */
    public static RunOptions batch(
            OptionalLong steps, Optional<Duration> time, OptionalInt threads) {
        return new RunOptions(
                steps,
                time,
                threads,
                false,
                0,
                Duration.ZERO,
                Interventions.NONE,
                DropoutMasks.NEWEST);
    }

    /** The same, waiting before its first step. */
    public RunOptions startingPaused() {
        return new RunOptions(steps, time, threads, true, previews, previewInterval, replay, masks);
    }

    /** The same, done after so many steps in all. */
    public RunOptions until(long lastStep) {
        return new RunOptions(
                OptionalLong.of(lastStep),
                time,
                threads,
                paused,
                previews,
                previewInterval,
                replay,
                masks);
    }

    /** The same, with so many previews, at most one in each interval. */
    public RunOptions previewing(int count, Duration interval) {
        return new RunOptions(steps, time, threads, paused, count, interval, replay, masks);
    }

    /** The same, with edits and half-steps on the way. */
    public RunOptions replaying(Interventions interventions) {
        return new RunOptions(
                steps, time, threads, paused, previews, previewInterval, interventions, masks);
    }

    /** The same, with dropout masks drawn in a way. */
    public RunOptions drawing(DropoutMasks way) {
        return new RunOptions(steps, time, threads, paused, previews, previewInterval, replay, way);
    }
}
