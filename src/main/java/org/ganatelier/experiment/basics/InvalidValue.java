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

        /** It is no shape of a vector or of an image. */
        record NotAShape() implements Reason {}

        /**
         * The number lies outside its range.
         *
         * @param owner what has the value, by a name that is the same in every language: "Conv2D";
         *     empty where there is only one such value
         */
        record OutOfRange(Quantity quantity, String owner, Range range) implements Reason {}

        /** An experiment has no name. */
        record NoName() implements Reason {}

        /** Labels of a data set are not listed once each, in order. */
        record LabelsOutOfOrder() implements Reason {}

        /** A data set has labels but no classes, or classes but no labels. */
        record LabelsWithoutClasses() implements Reason {}

        /** Clusters are to be found in samples whose labels are clusters already. */
        record ClusteredTwice() implements Reason {}
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
