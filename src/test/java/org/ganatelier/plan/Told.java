package org.ganatelier.plan;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.text.FixText;
import org.ganatelier.text.ProblemText;
import org.ganatelier.text.Words;

import java.util.List;

/** A problem of an experiment, and what is said of it in English. */
public record Told(Problem problem, Experiment of) {
    /** All problems of an experiment. */
    public static List<Told> all(Experiment experiment) {
        return Planner.suggest(experiment).problems().stream()
                .map(problem -> new Told(problem, experiment))
                .toList();
    }

    public Problem.Place place() {
        return problem.place();
    }

    public String message() {
        return ProblemText.message(Words.english(), problem.violation());
    }

    public List<Fix> fixes() {
        return problem.fixes();
    }

    public List<String> labels() {
        return fixes().stream().map(this::label).toList();
    }

    public String label(Fix fix) {
        return FixText.label(Words.english(), fix, place(), of);
    }
}
