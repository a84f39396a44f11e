package org.ganatelier.plan;

import org.ganatelier.spec.Experiment;

import java.util.ArrayList;
import java.util.List;

/** Says whether an experiment can be trained and, where it cannot, everything that hinders it. */
public final class Planner {
    private Planner() {}

    /**
     * Infers all shapes and parameter counts by Keras's rules. Layers after a broken one are judged
     * from the shape that it was meant to give. Never throws and takes a few milliseconds.
     */
    public static Outcome plan(Experiment experiment) {
        Diagnosis diagnosis = Diagnosis.of(experiment);
        if (diagnosis.findings().isEmpty()) {
            return new Outcome.Ready(diagnosis.plan());
        }
        var search = new FixSearch(diagnosis);
        var problems = new ArrayList<Problem>();
        for (Finding finding : diagnosis.findings()) {
            if (!finding.fault().isTotal()) {
                problems.add(search.problem(finding));
            }
        }
        var causes = List.copyOf(problems);
        diagnosis.findings().stream()
                .filter(finding -> finding.fault().isTotal())
                .filter(finding -> !search.isConsequence(finding, causes))
                .map(search::problem)
                // A sum that several problems spoil together can only be judged after them.
                .filter(problem -> causes.isEmpty() || !problem.fixes().isEmpty())
                .forEach(problems::add);
        return new Outcome.Rejected(diagnosis.plan(), problems);
    }
}
