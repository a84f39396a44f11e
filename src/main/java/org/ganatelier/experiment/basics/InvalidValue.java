package org.ganatelier.experiment.basics;

/** What was typed or read is no possible value; the reason is a fact, to be told to the user. */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Why a value is not possible. */
    public sealed interface Reason {
        /** It is no whole number. */
        record NotWhole() implements Reason {}

        /** It is no number. */
        record NotANumber() implements Reason {}

        /** The number is larger than the program can hold. */
        record TooLarge() implements Reason {}
    }

    private final transient Reason reason;

    /** A value that is not possible for a reason. */
    public InvalidValue(Reason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    /** Why it is not possible. */
    public Reason reason() {
        return reason;
    }
}
