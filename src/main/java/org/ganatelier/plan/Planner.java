package org.ganatelier.plan;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.check.CheckedStack;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.fix.FixSearch;
import org.ganatelier.plan.model.Finding;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Violation;

import java.util.ArrayList;

/** Says whether an experiment can be trained and, where it cannot, everything that hinders it. */
public final class Planner {
    private Planner() {}

    /**
     * Infers the shapes of a network that plays no game, such as a classifier: nothing is asked of
     * its end.
     *
     * @throws IllegalArgumentException where a layer does not fit, there are none or too many
     */
    public static NetworkPlan network(Shape input, NetworkSpec network) {
        int layers = network.layers().size();
        if (layers == 0 || layers > Limits.LAYERS) {
            throw new IllegalArgumentException(
                    "a network has 1 to %d layers, not %d".formatted(Limits.LAYERS, layers));
        }
        CheckedStack trace = CheckedStack.of(Side.DISCRIMINATOR, input, network.layers());
        for (int i = 0; i < layers; i++) {
            for (Violation violation : trace.steps().get(i).violations()) {
                throw new IllegalArgumentException("layer %d: %s".formatted(i + 1, violation));
            }
        }
        if (trace.parameters() > Limits.PARAMETERS) {
            throw new IllegalArgumentException(
                    new Violation.TooManyParameters(trace.parameters()).toString());
        }
        return trace.plan();
    }

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
            if (!finding.violation().isTotal()) {
                problems.add(search.problem(finding));
            }
        }
        boolean alone = problems.isEmpty();
        for (Finding finding : diagnosis.findings()) {
            if (finding.violation().isTotal() && !search.isConsequence(finding, problems)) {
                Problem problem = search.problem(finding);
                // A sum that several problems spoil together can only be judged after them.
                if (alone || !problem.fixes().isEmpty()) {
                    problems.add(problem);
                }
            }
        }
        return new Outcome.Rejected(diagnosis.plan(), problems);
    }
}
