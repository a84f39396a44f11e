package org.ganatelier.ui.widget;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Problem.Place;
import org.ganatelier.plan.model.Violation;
import org.ganatelier.plan.model.Warning;

import java.util.List;
import java.util.function.Predicate;

/** What is said of one part of an experiment. */
public record Remarks(Experiment experiment, List<Problem> problems, List<Warning> warnings) {
    public Remarks {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** What is said of a place. */
    public static Remarks at(Place place, Outcome outcome) {
        return of(outcome, place::equals);
    }

    /** What is said of all settings but the noise. */
    public static Remarks onSettings(Outcome outcome) {
        Remarks all = of(outcome, Place.Settings.class::isInstance);
        return new Remarks(
                all.experiment(),
                all.problems().stream().filter(problem -> !isOnNoise(problem)).toList(),
                all.warnings());
    }

    /** What is said of the noise, which stands in front of the generator. */
    public static Remarks onNoise(Outcome outcome) {
        return new Remarks(
                outcome.plan().experiment(),
                outcome.problems().stream().filter(Remarks::isOnNoise).toList(),
                List.of());
    }

    /** Whether a problem is one of the noise. */
    public static boolean isOnNoise(Problem problem) {
        return problem.violation() instanceof Violation.LatentTooLarge;
    }

    private static Remarks of(Outcome outcome, Predicate<Place> where) {
        return new Remarks(
                outcome.plan().experiment(),
                outcome.problems().stream().filter(p -> where.test(p.place())).toList(),
                outcome.warnings().stream().filter(w -> where.test(w.place())).toList());
    }

    /** Whether there is nothing wrong, but something to look at again. */
    public boolean warn() {
        return problems.isEmpty() && !warnings.isEmpty();
    }

    /** Whether something is wrong, not only missing. */
    public boolean isWrong() {
        return problems.stream().anyMatch(problem -> !problem.violation().isUnfinished());
    }

    /** Whether more layers are all that is missing. */
    public boolean isUnfinished() {
        return reject() && !isWrong();
    }

    /** Whether the experiment cannot be trained as it is. */
    public boolean reject() {
        return !problems.isEmpty();
    }
}
