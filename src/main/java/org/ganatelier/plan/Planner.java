package org.ganatelier.plan;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.NetworkSpec;
import org.ganatelier.experiment.basics.Shape;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.check.CheckedStack;
import org.ganatelier.plan.check.Diagnosis;
import org.ganatelier.plan.fix.FixSearch;
import org.ganatelier.plan.fix.Tries;
import org.ganatelier.plan.fix.WarningFixes;
import org.ganatelier.plan.model.Fix;
import org.ganatelier.plan.model.Limits;
import org.ganatelier.plan.model.NetworkPlan;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Violation;
import org.ganatelier.plan.model.Warning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.function.BooleanSupplier;
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
        Diagnosis diagnosis = Diagnosis.of(experiment);
        return outcome(
                diagnosis,
                diagnosis.told().stream()
                        .map(f -> new Problem(f.place(), f.violation(), List.of()))
                        .toList(),
                diagnosis.warnings());
    }

    /** {@link #suggest(Experiment, BooleanSupplier)} for somebody who waits to the end. */
    public static Outcome suggest(Experiment experiment) {
        return suggest(experiment, () -> false);
    }

    /**
     * What {@link #check} finds, with fixes. Tries many changes, each of which is a check: to be
     * called where no window waits. There is an end to the tries: of very many problems the last
     * have no fixes, until the first are solved. Where the search for a fix breaks, there is none.
     *
     * @param abandoned asked often: whether nobody waits any more, so that the rest may be left out
     */
    public static Outcome suggest(Experiment experiment, BooleanSupplier abandoned) {
        Diagnosis diagnosis = Diagnosis.of(experiment);
        Tries tries = Tries.until(abandoned);
        var search = new FixSearch(diagnosis, tries);
        return outcome(
                diagnosis,
                diagnosis.told().stream()
                        .map(f -> new Problem(f.place(), f.violation(), fixes(f, search::fixes)))
                        .toList(),
                diagnosis.warnings().stream()
                        .map(
                                w ->
                                        new Warning(
                                                w.place(),
                                                w.concern(),
                                                fixes(
                                                        w,
                                                        x -> WarningFixes.of(diagnosis, x, tries))))
                        .toList());
    }

    private static <T> List<Fix> fixes(T of, Function<T, List<Fix>> search) {
        try {
            return search.apply(of);
        } catch (RuntimeException e) {
            LOG.error("No fixes were found for {}", of, e);
            return List.of();
        }
    }

    private static Outcome outcome(
            Diagnosis diagnosis, List<Problem> problems, List<Warning> warnings) {
        return problems.isEmpty()
                ? new Outcome.Ready(diagnosis.plan(), warnings)
                : new Outcome.Rejected(diagnosis.plan(), problems, warnings);
    }
}
