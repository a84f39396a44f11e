package org.ganatelier.plan.model;

import java.util.List;

/** What planning an experiment came to. */
public sealed interface Outcome {
    /** The shapes as far as they are known: complete when ready, with gaps when rejected. */
    Plan plan();

    /** All that stands in the way; empty when ready. */
    List<Problem> problems();

    /** It can be trained: every shape in the plan is known. */
    record Ready(Plan plan) implements Outcome {
        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }

    /** It cannot be trained yet. */
    record Rejected(Plan plan, List<Problem> problems) implements Outcome {
        public Rejected {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("A rejection names at least one problem");
            }
        }
    }
}
