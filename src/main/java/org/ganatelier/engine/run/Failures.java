package org.ganatelier.engine.run;

import org.ganatelier.engine.gan.DivergedException;
import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.EngineException;
import org.ganatelier.train.RunEvent.End;
import org.ganatelier.train.RunFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.OptionalLong;

/** Why a run broke off: what happened and what is left. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** The end of a run that has no memory left to say how it ended. */
    static final End NO_MEMORY =
            new End.Failed(new RunFailure.OutOfMemory(OptionalLong.empty()), null);

    private Failures() {}

    /**
     * The end of a run that broke off. A failure that tells all brings no cause; anything else is
     * logged.
     *
     * @param kept the newest state that is still good, or null
     */
    static End end(Throwable failure, long step, @Nullable Checkpoint kept) {
        RunFailure fact = fact(failure, step, kept);
        if (isExplained(failure)) {
            return new End.Failed(fact, null);
        }
        LOG.error("The run ended at step {}", step, failure);
        return new End.Failed(fact, failure);
    }

    private static boolean isExplained(Throwable failure) {
        return switch (failure) {
            case DivergedException _, OverflowException _, OutOfMemoryError _ -> true;
            case EngineException known -> known.getCause() == null;
            default -> false;
        };
    }

    private static RunFailure fact(Throwable failure, long step, @Nullable Checkpoint kept) {
        OptionalLong good = kept == null ? OptionalLong.empty() : OptionalLong.of(kept.step());
        return switch (failure) {
            case DivergedException _ -> new RunFailure.Diverged(step, good);
            case OverflowException of -> new RunFailure.Overflowed(step, of.array(), good);
            case OutOfMemoryError _ -> new RunFailure.OutOfMemory(good);
            case EngineException known -> known.failure();
            case LinkageError _ -> new RunFailure.NativesMissing();
            default -> new RunFailure.BrokenOff(step, failure.toString(), good);
        };
    }
}
