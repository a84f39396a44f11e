package org.ganatelier.plan.model;

import java.util.List;

/** What planning an experiment came to. */
public sealed interface Outcome {
    /** The shapes as far as they are known: complete when ready, with gaps when rejected. */
    Plan plan();

    /** All that stands in the way; empty when ready. */
    List<Problem> problems();

    /** What is worth a second look, whether ready or rejected. */
    List<Warning> warnings();

    /** Whether nothing is wrong with it, but something is missing yet. */
    default boolean isUnfinished() {
        return !problems().isEmpty()
                && problems().stream().allMatch(problem -> problem.violation().isUnfinished());
    }

    /** It can be trained: every shape in the plan is known. */
    record Ready(Plan plan, List<Warning> warnings) implements Outcome {
        public Ready {
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }

    /** It cannot be trained yet. */
    record Rejected(Plan plan, List<Problem> problems, List<Warning> warnings) implements Outcome {
        public Rejected {
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("A rejection names at least one problem");
            }
        }
    }
}
