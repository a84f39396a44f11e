package org.ganatelier.project;

import org.ganatelier.experiment.Experiment;
import org.ganatelier.plan.Planner;
import org.ganatelier.plan.model.Outcome;
import org.ganatelier.plan.model.Plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What a state says of itself is not believed. */
final class StateChecks {
    // Weights, Adam's two averages and running statistics of two networks at their limit, and the
    // average of one's weights, stay below 60 million numbers, 240 MB.
    private static final long MOST_VALUES = 60_000_000;

    // Of each parameter: its value, Adam's two averages, and the average of values over steps.
    private static final int VALUES_OF_A_PARAMETER = 4;

    /** A thousand years. */
    static final double MOST_SECONDS = 3.2e10;

    private static final int LONGEST_NAME = 200;

    private StateChecks() {}

    /**
     * How many values are listed.
     *
     * @throws ProjectException where an array is listed wrongly
     */
    static long valuesOf(List<ProjectState.Array> arrays) throws ProjectException {
        var names = new HashSet<String>();
        long values = 0;
        for (ProjectState.Array array : arrays) {
            requireName(array.name());
            if (array.length() < 0 || !names.add(array.name())) {
                throw damaged(new Damage.BadListing(array.name()));
            }
            values += array.length();
        }
        return values;
    }

    private static void requireName(String name) throws ProjectException {
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw damaged(new Damage.BadName());
        }
    }

    static void requireCounters(Map<String, Long> counters) throws ProjectException {
        for (var counter : counters.entrySet()) {
            requireName(counter.getKey());
            if (counter.getValue() < 0) {
                throw damaged(new Damage.ImpossibleCounter(counter.getKey()));
            }
        }
    }

    /**
     * Makes sure that nothing is read that no network of an experiment has a use for.
     *
     * @param values that are listed
     */
    static void requireWanted(long values, Experiment experiment) throws ProjectException {
        if (values > MOST_VALUES) {
            throw damaged(new Damage.TooManyValues(values));
        }
        long wanted = mostValues(experiment);
        if (values > wanted) {
            throw damaged(new Damage.UnwantedValues(wanted, values));
        }
    }

    /** Of networks that have problems by now nobody knows how many they had use for. */
    private static long mostValues(Experiment experiment) {
        return switch (Planner.check(experiment)) {
            case Outcome.Ready(Plan plan, _) ->
                    VALUES_OF_A_PARAMETER
                            * (plan.generator().parameterCount()
                                    + plan.discriminator().parameterCount());
            case Outcome.Rejected _ -> MOST_VALUES;
        };
    }

    static ProjectException damaged(Damage damage) {
        return new ProjectException(new FileProblem.Damaged(damage));
    }
}
