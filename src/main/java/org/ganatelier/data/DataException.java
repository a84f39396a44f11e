package org.ganatelier.data;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/** Data that cannot be used; what is wrong is a fact, which the message is not. */
public final class DataException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient DataProblem problem;

    public DataException(DataProblem problem) {
        this(problem, null);
    }

    /**
     * @param cause null where the problem tells all
     */
    public DataException(DataProblem problem, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** What is wrong. */
    public DataProblem problem() {
        return problem;
    }
}
