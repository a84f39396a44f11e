package org.ganatelier.exchange.model;

import java.io.IOException;

/** A file of another framework that cannot be read. */
public final class ImportException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    public ImportException(Refusal refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    public ImportException(Refusal refusal, Throwable cause) {
        super(refusal.toString(), cause);
        this.refusal = refusal;
    }

    /** Why not. */
    public Refusal refusal() {
        return refusal;
    }

    /** Why a file is refused as a whole. */
    public sealed interface Refusal {
        /**
         * It is damaged, or no such file at all.
         *
         * @param format what it should be, such as "HDF5"
         * @param where an entry, an offset, a line: whatever helps to find the place; may be empty
         */
        record Damaged(String format, String where) implements Refusal {}

        /** It holds, or claims to hold, more than a network could have. */
        record TooLarge(String what, long found, long most) implements Refusal {}

        /** It would run something of its own: only plain arrays are read. */
        record Forbidden(String name) implements Refusal {}

        /**
         * Its numbers are in another file, which is not opened.
         *
         * @param name of the other file, as this one says it
         */
        record Elsewhere(String name) implements Refusal {}

        /** It holds weights without layers: somebody must say which experiment they belong to. */
        record WeightsAlone() implements Refusal {}

        /** It holds nothing that could be read as a network. */
        record Empty() implements Refusal {}
    }
}
