package org.ganatelier.cli.support;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.experiment.basics.Side;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;
import org.ganatelier.plan.model.Problem;
import org.ganatelier.plan.model.Warning;
import org.ganatelier.text.ExperimentText;
import org.ganatelier.text.ProblemText;
import org.ganatelier.text.WarningText;
import org.ganatelier.text.Words;

/** Experiments and their problems in words for a terminal. */
public final class Experiments {
    private Experiments() {}

    /**
     * The plan of an experiment that can be trained.
     *
     * @throws CommandFailure with its first problem where it cannot
     */
    public static Plan ready(Experiment experiment) {
        return switch (Planner.check(experiment)) {
            case Outcome.Ready(Plan plan, _) -> plan;
            case Outcome.Rejected rejected -> throw refusal(rejected);
        };
    }

    /** A problem behind its place. */
    public static String sentence(Problem problem, Experiment experiment) {
        return place(problem.place(), experiment)
                + ": "
                + ProblemText.message(Words.english(), problem.violation());
    }

    /** A warning behind its place, with its source. */
    public static String sentence(Warning warning, Experiment experiment) {
        return place(warning.place(), experiment)
                + ": "
                + WarningText.message(Words.english(), warning.concern())
                + WarningText.source(warning.concern()).map(s -> " (" + s + ")").orElse("");
    }

    /** "Generator, layer 2 (Reshape)": layers count from 1, as people do. */
    private static String place(Problem.Place place, Experiment experiment) {
        return switch (place) {
            case Problem.Place.Layer(Side side, int index) ->
                    "%s, layer %d (%s)"
                            .formatted(
                                    ExperimentText.name(Words.english(), side),
                                    index + 1,
                                    experiment.network(side).layers().get(index).title());
            case Problem.Place.Network(Side side) -> ExperimentText.name(Words.english(), side);
            case Problem.Place.Settings _ -> "Settings";
        };
    }

    private static CommandFailure refusal(Outcome.Rejected rejected) {
        Problem first = rejected.problems().getFirst();
        int others = rejected.problems().size() - 1;
        String more = others == 0 ? "" : " (\"check\" shows %d more)".formatted(others);
        return new CommandFailure(sentence(first, rejected.plan().experiment()) + more);
    }
}
