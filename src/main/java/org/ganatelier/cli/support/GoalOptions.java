package org.ganatelier.cli.support;

import org.ganatelier.train.Goal;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Optional;

/** How long to train, as options of which one at most may be given. */
public final class GoalOptions {
    /** How long where nobody says. */
    public static final Goal DEFAULT = new Goal.Seconds(60);

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description =
                    "Train for so many seconds (60 unless told otherwise; a replay takes as many"
                            + " steps as its run). With --resume: in all, from the beginning.")
    private @Nullable Double seconds;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Train for so many steps. With --resume: in all, from the beginning.")
    private @Nullable Long steps;

    /**
     * What was asked for, if anything.
     *
     * @throws UsageFailure where it cannot be
     */
    public Optional<Goal> asked() {
        if (steps != null) {
            require(steps > 0, "--steps must be at least 1");
            return Optional.of(new Goal.Steps(steps));
        }
        if (seconds != null) {
            require(seconds > 0 && Double.isFinite(seconds), "--seconds must be above 0");
            return Optional.of(new Goal.Seconds(seconds));
        }
        return Optional.empty();
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new UsageFailure(sentence);
        }
    }
}
