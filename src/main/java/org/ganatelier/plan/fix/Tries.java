package org.ganatelier.plan.fix;

import java.util.function.BooleanSupplier;

/**
 * How many changes a search may still try, all problems of an experiment together: a number and no
 * time, so that the same experiment is always given the same fixes. Not safe to share between
 * threads.
 */
public final class Tries {
    /** Fifty problems need about as many where few changes help; a second at most. */
    private static final int USUAL = 1_000;

    private final BooleanSupplier abandoned;
    private int left;

    private Tries(int left, BooleanSupplier abandoned) {
        this.left = left;
        this.abandoned = abandoned;
    }

    /**
     * As many as a user can wait for.
     *
     * @param abandoned whether nobody waits any more; asked before each try
     */
    public static Tries until(BooleanSupplier abandoned) {
        return new Tries(USUAL, abandoned);
    }

    /** Takes one; false where there is none. */
    boolean take() {
        if (over()) {
            return false;
        }
        left--;
        return true;
    }

    /** Whether there is none left, or nobody waits. */
    boolean over() {
        return left == 0 || abandoned.getAsBoolean();
    }
}
