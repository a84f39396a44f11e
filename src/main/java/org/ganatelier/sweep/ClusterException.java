package org.ganatelier.sweep;

import java.io.IOException;
import java.io.Serial;

/** A cluster does not do what it was asked for. */
public final class ClusterException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        /** Nobody answers at its address. */
        UNREACHABLE,
        /** It answers, and gives no executor. */
        NO_EXECUTORS,
        /** It starts executors that end at once. */
        EXECUTORS_END,
        /** It has ended the connection. */
        ENDED,
        /** A cell could not be trained on any machine. */
        CELL_FAILED
    }

    private final Reason reason;
    private final String detail;

    /**
     * @param detail the cluster's address, or what it says
     */
    public ClusterException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** The cluster's address, or what it says. */
    public String detail() {
        return detail;
    }
}
