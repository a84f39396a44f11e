package org.ganatelier.plan;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.check.CheckedStack;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.fix.FixSearch;
import org.ganatelier.plan.model.Finding;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.function.Function;

/** Says whether an experiment can be trained and, where it cannot, everything that hinders it. */
public final class Planner {
    private static final Logger LOG = LoggerFactory.getLogger(Planner.class);

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
     * Infers all shapes and parameter counts by Keras's rules and finds all problems, without
     * fixes. Layers after a broken one are judged from the shape that it was meant to give. Looks
     * once at each layer.
     */
    public static Outcome check(Experiment experiment) {
        return outcome(Diagnosis.of(experiment), finding -> List.of());
    }

    /**
     * What {@link #check} finds, with fixes. Tries many changes, each of which is a check: to be
     * called where nobody waits. Where the search for a fix breaks, the problem has none.
     */
    public static Outcome suggest(Experiment experiment) {
        Diagnosis diagnosis = Diagnosis.of(experiment);
        var search = new FixSearch(diagnosis);
        return outcome(diagnosis, finding -> fixes(search, finding));
    }

    private static List<Fix> fixes(FixSearch search, Finding finding) {
        try {
            return search.fixes(finding);
        } catch (RuntimeException e) {
            LOG.error("No fixes were found for {}", finding, e);
            return List.of();
        }
    }

    private static Outcome outcome(Diagnosis diagnosis, Function<Finding, List<Fix>> fixes) {
        List<Problem> problems =
                diagnosis.told().stream()
                        .map(
                                finding ->
                                        new Problem(
                                                finding.place(),
                                                finding.violation(),
                                                fixes.apply(finding)))
                        .toList();
        return problems.isEmpty()
                ? new Outcome.Ready(diagnosis.plan())
                : new Outcome.Rejected(diagnosis.plan(), problems);
    }
}
