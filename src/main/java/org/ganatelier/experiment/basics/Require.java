package org.ganatelier.experiment.basics;

/** The argument checks of this package: a sentence for the user, not a stack trace. */
public final class Require {
    private Require() {}

    public static void that(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    static void finite(double value, String name) {
        that(Double.isFinite(value), name + " must be a number, not " + value);
    }
}
