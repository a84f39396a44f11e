package org.ganatelier.engine.run;

import org.ganatelier.train.Checkpoint;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps states of a run to fall back on when the next steps go wrong, or when one is left in the
 * middle: for now the newest good one alone. Owned by the training thread.
 */
final class Keeper {
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(2);

    /**
     * After a step that took so long, nobody should have to wait for the end of the next one. A
     * copy takes a thousandth of that, and a few hundredths where the networks are the largest
     * there are.
     */
    private static final long LONG_STEP = TimeUnit.SECONDS.toNanos(1);

    private final LastGood good = new LastGood();
    private boolean due = true;
    private long keptAt;

    /**
     * Keeps a state; its arrays are copied.
     *
     * @throws OverflowException where its numbers are not all finite
     */
    void keep(Checkpoint state) {
        good.keep(state);
    }

    /**
     * Keeps the state after a step: that after the first, then one now and then, and all between
     * long steps.
     *
     * @param now in nanoseconds
     * @param took nanoseconds of the step
     * @param state with the networks' own arrays; asked only where it is to be kept
     * @throws OverflowException where its numbers are not all finite
     */
    void keepAfterStep(long now, long took, Supplier<Checkpoint> state) {
        if (due || now - keptAt > INTERVAL || took > LONG_STEP) {
            good.keep(state.get());
            due = false;
            keptAt = now;
        }
    }

    /** The newest state kept, or null; the next one that is kept overwrites its arrays. */
    @Nullable Checkpoint newest() {
        return good.newest();
    }

    /** Whether the newest state kept is the one after so many steps. */
    boolean holds(long step) {
        Checkpoint newest = good.newest();
        return newest != null && newest.step() == step;
    }

    /** Forgets a state that nothing was learnt in: nobody is to be offered it. */
    void forgetUntrained() {
        if (holds(0)) {
            good.forget();
        }
    }
}
