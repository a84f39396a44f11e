package org.ganatelier.session;

import org.ganatelier.experiment.Experiment;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a run comes from, and what it is compared with. It never changes: what it knows of another
 * run it knows as it was when this one began.
 *
 * @param before the run that it goes on from, or else the one before it in its document; empty
 *     where there was none
 * @param step that it goes on from; empty where it began with initial weights
 * @param experiment what it is compared with: of the run before, or its own as it began
 */
public record RunOrigin(Optional<Before> before, OptionalLong step, Experiment experiment) {
    /** Another run, which may be forgotten since. */
    public record Before(long id, int number) {}

    /** Of a run that begins with initial weights, and with nothing before it. */
    static RunOrigin first(Experiment experiment) {
        return new RunOrigin(Optional.empty(), OptionalLong.empty(), experiment);
    }

    /** The run that it goes on from, if it goes on from one that is or was known. */
    public OptionalLong parent() {
        return step.isPresent() && before.isPresent()
                ? OptionalLong.of(before.get().id())
                : OptionalLong.empty();
    }
}
