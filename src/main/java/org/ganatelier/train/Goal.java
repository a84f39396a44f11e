package org.ganatelier.train;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How long to train: so many steps, or so many seconds. */
public sealed interface Goal {
    /** How many steps or seconds. */
    double amount();

    /** How much of it is done, 0 to 1. */
    double fraction(Metrics metrics);

    /** Whether a state is so far. */
    boolean isReachedBy(Checkpoint state);

    /** A run that ends there. */
    RunOptions options(OptionalInt threads);

    record Steps(long steps) implements Goal {
        @Override
        public double amount() {
            return steps;
        }

        @Override
        public double fraction(Metrics metrics) {
            return Math.min(1, (double) metrics.step() / steps);
        }

        @Override
        public boolean isReachedBy(Checkpoint state) {
            return state.step() >= steps;
        }

        @Override
        public RunOptions options(OptionalInt threads) {
            return RunOptions.batch(OptionalLong.of(steps), Optional.empty(), threads);
        }
    }

    record Seconds(double seconds) implements Goal {
        @Override
        public double amount() {
            return seconds;
        }

        @Override
        public double fraction(Metrics metrics) {
            return Math.min(1, metrics.seconds() / seconds);
        }

        @Override
        public boolean isReachedBy(Checkpoint state) {
            return state.seconds() >= seconds;
        }

        @Override
        public RunOptions options(OptionalInt threads) {
            Duration time = Duration.ofNanos(Math.round(seconds * 1e9));
            return RunOptions.batch(OptionalLong.empty(), Optional.of(time), threads);
        }
    }
}
