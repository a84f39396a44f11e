package org.ganatelier.project;

import java.io.IOException;
import java.io.Serial;

/** What is to be written could not be read again. */
final class UnreadableContentException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient FileProblem problem;

    UnreadableContentException(FileProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** Why not. */
    FileProblem problem() {
        return problem;
    }
}
