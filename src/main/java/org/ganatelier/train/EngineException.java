package org.ganatelier.train;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/** The engine cannot go on. */
public final class EngineException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient RunFailure failure;

    public EngineException(RunFailure failure) {
        this(failure, null);
    }

    /**
     * @param cause null where the failure tells all
     */
    public EngineException(RunFailure failure, @Nullable Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    /** Why. */
    public RunFailure failure() {
        return failure;
    }
}
