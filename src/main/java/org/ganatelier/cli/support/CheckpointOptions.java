package org.ganatelier.cli.support;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.OptionalLong;

/** Which states a training keeps on its way. */
public final class CheckpointOptions {
    /** A megabyte is 2 to the 20th bytes: more than this does not fit into a long. */
    private static final long MOST_MEGABYTES = 1L << 40;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "STEPS",
            description =
                    "Keeps the state after every so many steps in the folder checkpoints inside:"
                            + " see history, sample --at, train --resume --at.")
    private @Nullable Long every;

    @Option(
            names = "--checkpoint-budget",
            paramLabel = "MB",
            description =
                    "Megabytes that all checkpoints may take: beyond that, those that are missed"
                            + " least go, more of the older ones (all are kept unless given).")
    private @Nullable Long megabytes;

    /**
     * Steps between two; empty where none are asked for.
     *
     * @throws UsageFailure where that cannot be
     */
    public OptionalLong every() {
        if (every == null) {
            require(megabytes == null, "--checkpoint-budget needs --checkpoint-every");
            return OptionalLong.empty();
        }
        require(every > 0, "--checkpoint-every must be at least 1");
        return OptionalLong.of(every);
    }

    /** Megabytes for all; empty for no limit. */
    public OptionalLong megabytes() {
        if (megabytes == null) {
            return OptionalLong.empty();
        }
        require(
                megabytes > 0 && megabytes < MOST_MEGABYTES,
                "--checkpoint-budget must be at least 1");
        return OptionalLong.of(megabytes);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new UsageFailure(sentence);
        }
    }
}
