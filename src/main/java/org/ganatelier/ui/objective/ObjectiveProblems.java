package org.ganatelier.ui.objective;

import org.ganatelier.experiment.Conditioning;
import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.objective.Objective;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Problem.Place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which problems have to do with the objective and the training. */
final class ObjectiveProblems {
    private ObjectiveProblems() {}

    /**
     * Those of settings, and those on layers that the plainest objective without labels would not
     * have; what is said of several layers stands there once.
     */
    static List<Problem> of(Outcome outcome) {
        if (outcome.problems().isEmpty()) {
            return List.of();
        }
        Experiment experiment = outcome.plan().experiment();
        List<Problem> anyway =
                experiment.objective().penalisesGradients() || experiment.classes() > 0
                        ? Planner.plan(plain(experiment)).problems()
                        : outcome.problems();
        Set<String> known = new HashSet<>();
        anyway.forEach(problem -> known.add(problem.message()));
        var own = new ArrayList<Problem>();
        for (Problem problem : outcome.problems()) {
            boolean setting = problem.place() instanceof Place.Settings;
            if (setting ? !own.contains(problem) : known.add(problem.message())) {
                own.add(problem);
            }
        }
        return own;
    }

    private static Experiment plain(Experiment experiment) {
        return experiment
                .withObjective(new Objective(Objective.Kind.NON_SATURATING))
                .withConditioning(Conditioning.NONE);
    }
}
