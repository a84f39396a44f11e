package org.ganatelier.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** How long to train, as options of which one at most may be given. */
final class GoalOptions {
    private static final double DEFAULT_SECONDS = 60;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Train for so many seconds (60 unless told otherwise).")
    private @Nullable Double seconds;

    @Option(names = "--steps", paramLabel = "N", description = "Train for so many steps.")
    private @Nullable Long steps;

    /**
     * What was asked for.
     *
     * @throws UsageFailure where it cannot be
     */
    Goal goal() {
        if (steps != null) {
            require(steps > 0, "--steps must be at least 1");
            return new Goal.Steps(steps);
        }
        double asked = seconds == null ? DEFAULT_SECONDS : seconds;
        require(asked > 0 && Double.isFinite(asked), "--seconds must be above 0");
        return new Goal.Seconds(asked);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new UsageFailure(sentence);
        }
    }
}
