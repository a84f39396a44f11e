package org.ganatelier.project;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A sweep cannot begin; all that is wrong with it is told at once. */
public final class SweepException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final transient List<FileProblem> problems;

    /**
     * @param problems at least one
     */
    public SweepException(List<FileProblem> problems) {
        super(problems.stream().map(Object::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the file. */
    public List<FileProblem> problems() {
        return problems;
    }
}
