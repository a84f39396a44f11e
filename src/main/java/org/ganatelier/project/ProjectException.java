package org.ganatelier.project;

import org.jspecify.annotations.Nullable;

import java.io.Serial;
import java.nio.file.Path;

/** A file or a setting cannot be used; what is wrong is a fact, which the message is not. */
public final class ProjectException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final transient FileProblem problem;

    /** For a problem that no other exception brought about. */
    ProjectException(FileProblem problem) {
        this(problem, null);
    }

    ProjectException(FileProblem problem, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** What is wrong. */
    public FileProblem problem() {
        return problem;
    }

    /** The same problem, of a file. */
    ProjectException in(Path file) {
        return new ProjectException(new FileProblem.InFile(file, problem), this);
    }
}
