package org.ganatelier.experiment.basics;

import org.ganatelier.experiment.basics.InvalidValue.Reason;

/** Checks of values, for the constructors of an experiment's parts. */
public final class Require {
    private Require() {}

    /**
     * A value must lie in a range.
     *
     * @throws InvalidValue where it does not
     */
    public static void within(Range range, double value, Quantity quantity) {
        within(range, value, quantity, "");
    }

    /**
     * A value of something must lie in a range.
     *
     * @param owner what has the value, by a name that is the same in every language: "Conv2D"
     * @throws InvalidValue where it does not
     */
    public static void within(Range range, double value, Quantity quantity, String owner) {
        that(range.contains(value), new Reason.OutOfRange(quantity, owner, range));
    }

    /**
     * A condition must hold.
     *
     * @param reason why the value is not possible where it does not
     * @throws InvalidValue where it does not
     */
    public static void that(boolean holds, Reason reason) {
        if (!holds) {
            throw new InvalidValue(reason);
        }
    }
}
