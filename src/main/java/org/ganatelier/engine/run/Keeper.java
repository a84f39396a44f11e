package org.ganatelier.engine.run;

import org.ganatelier.train.Checkpoint;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps states of a run to fall back on when the next steps go wrong: for now the newest good one
 * alone. Owned by the training thread.
 */
final class Keeper {
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(2);

    private final LastGood good = new LastGood();
    private long keptAt;

    /** Keeps a state, unless its numbers are not all finite; its arrays are copied. */
    void keep(Checkpoint state) {
        good.keep(state);
    }

    /**
     * Keeps a state now and then.
     *
     * @param now in nanoseconds
     * @param state with the networks' own arrays; asked only where it is time to keep one
     */
    void keepNowAndThen(long now, Supplier<Checkpoint> state) {
        if (good.newest() == null || now - keptAt > INTERVAL) {
            good.keep(state.get());
            keptAt = now;
        }
    }

    /** The newest state kept, or null; the next one that is kept overwrites its arrays. */
    @Nullable Checkpoint newest() {
        return good.newest();
    }

    /** A copy of a state, free to travel; of the one kept where this one is not finite. */
    Checkpoint copyOf(Checkpoint state) {
        return good.copyOf(state);
    }
}
