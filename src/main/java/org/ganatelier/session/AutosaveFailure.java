package org.ganatelier.session;

import org.ganatelier.project.FileProblem;

import java.io.Serial;

/** A state could not be written, on the thread of the writer. */
final class AutosaveFailure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient FileProblem problem;

    AutosaveFailure(FileProblem problem, Throwable cause) {
        super(cause);
        this.problem = problem;
    }

    FileProblem problem() {
        return problem;
    }
}
