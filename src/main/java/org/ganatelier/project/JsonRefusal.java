package org.ganatelier.project;

import java.io.Serial;

/** Carries what is wrong with a value of a JSON text through the JSON library. */
final class JsonRefusal extends IllegalArgumentException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient JsonProblem problem;

    JsonRefusal(JsonProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** What is wrong. */
    JsonProblem problem() {
        return problem;
    }
}
