package org.ganatelier.plan.model;

import org.ganatelier.experiment.Experiment;

import java.util.List;
import java.util.stream.Stream;

/**
 * What solves a problem.
 *
 * @param changes at least one, in their order: places in a later one are those after the earlier
 */
public record Fix(List<Change> changes) {
    public Fix {
        changes = List.copyOf(changes);
    }

    /** A fix of these changes. */
    public static Fix of(Change... changes) {
        return new Fix(List.of(changes));
    }

    /** This fix, then another. */
    public Fix and(Fix other) {
        return new Fix(Stream.concat(changes.stream(), other.changes.stream()).toList());
    }

    /** The experiment with this fix applied. */
    public Experiment apply(Experiment experiment) {
        Experiment result = experiment;
        for (Change change : changes) {
            result = change.apply(result);
        }
        return result;
    }
}
