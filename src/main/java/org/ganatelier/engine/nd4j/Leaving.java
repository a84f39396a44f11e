package org.ganatelier.engine.nd4j;

import java.io.Serial;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets a long computation be left in the middle, so that nobody waits for the rest of it. What
 * computes asks {@link #check} between its parts, none of which takes long; nothing has to be
 * handed down to it for that.
 */
public final class Leaving {
    private static final ScopedValue<BooleanSupplier> WANTED = ScopedValue.newInstance();

    private Leaving() {}

    /** A computation was left: what it worked on is neither as before nor as after it. */
    public static final class LeftException extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;

        private LeftException() {
            super("left", null, false, false);
        }
    }

    /**
     * Computes on this thread.
     *
     * @param wanted whether to leave; asked often, so it must be quick
     * @throws LeftException where it was left
     */
    public static <T> T during(BooleanSupplier wanted, Supplier<T> computation) {
        return ScopedValue.where(WANTED, wanted).call(computation::get);
    }

    /**
     * Between two parts of a computation.
     *
     * @throws LeftException where that is wanted; never outside {@link #during}
     */
    public static void check() {
        if (WANTED.isBound() && WANTED.get().getAsBoolean()) {
            throw new LeftException();
        }
    }
}
