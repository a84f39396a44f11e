package org.ganatelier.cli.support;

import org.ganatelier.train.Checkpoint;
import org.ganatelier.train.Goal;

/** How long a training goes, in words for a terminal. */
public final class GoalText {
    private GoalText() {}

    /** Such as "3,000 steps". */
    public static String of(Goal goal) {
        return switch (goal) {
            case Goal.Steps(long steps) -> "%,d steps".formatted(steps);
            case Goal.Seconds(double seconds) -> "%.0f seconds".formatted(seconds);
        };
    }

    /** How far a state is. */
    public static String done(Checkpoint state) {
        return "%,d steps in %.0f seconds".formatted(state.step(), state.seconds());
    }
}
