package org.ganatelier.ui.objective;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;
import org.ganatelier.ui.widget.Remarks;

import java.util.HashSet;
import java.util.Set;

/** Which problems have to do with the objective and the training. */
final class ObjectiveProblems {
    private ObjectiveProblems() {}

    /**
     * Those of settings, of penalties and of labels; what is said of several layers of a kind
     * stands there once.
     */
    static Remarks of(Outcome outcome) {
        Experiment experiment = outcome.plan().experiment();
        Set<Class<?>> disturbing = new HashSet<>();
        return new Remarks(
                experiment,
                outcome.problems().stream()
                        .filter(problem -> concerns(problem, experiment))
                        .filter(
                                problem ->
                                        !(problem.violation()
                                                        instanceof
                                                        Violation.DisturbsPenalty(var layer, _))
                                                || disturbing.add(layer.getClass()))
                        .toList(),
                Remarks.onSettings(outcome).warnings());
    }

    private static boolean concerns(Problem problem, Experiment experiment) {
        return (problem.place() instanceof Place.Settings && !Remarks.isOnNoise(problem))
                || problem.violation() instanceof Violation.DisturbsPenalty
                || problem.violation() instanceof Violation.NoProjection
                // Labels make inputs larger, and the networks with them.
                || (problem.violation() instanceof Violation.TooManyParameters
                        && experiment.classes() > 0);
    }
}
