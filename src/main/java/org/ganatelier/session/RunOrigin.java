package org.ganatelier.session;

import org.ganatelier.experiment.Experiment;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a run comes from, and what it is compared with. It never changes: what it knows of another
 * run it knows as it was when this one began.
 *
 * @param before the run that it goes on from, or stands beside, or else the one before it in its
 *     document; empty where there was none
 * @param step that it goes on from; empty where it began with initial weights
 * @param below whether it belongs below the other: it goes on from it, or was made to be compared
 * @param experiment what it is compared with: of the run before, or its own as it began
 */
public record RunOrigin(
        Optional<Before> before, OptionalLong step, boolean below, Experiment experiment) {
    /** Another run, which may be forgotten since. */
    public record Before(long id, int number) {}

    /** Of a run that begins with initial weights, and with nothing before it. */
    static RunOrigin first(Experiment experiment) {
        return new RunOrigin(Optional.empty(), OptionalLong.empty(), false, experiment);
    }

    /** Of a run that begins with initial weights after another of its document. */
    static RunOrigin after(RunEntry other) {
        return new RunOrigin(
                Optional.of(known(other)), OptionalLong.empty(), false, other.experiment());
    }

    /** Of a run that begins with initial weights to be compared with another. */
    static RunOrigin beside(RunEntry other) {
        return new RunOrigin(
                Optional.of(known(other)), OptionalLong.empty(), true, other.experiment());
    }

    /**
     * Of a run that goes on from a state.
     *
     * @param other the run that it is of, where that is known
     * @param state the experiment as it was then
     */
    static RunOrigin from(Optional<RunEntry> other, long step, Experiment state) {
        return new RunOrigin(
                other.map(RunOrigin::known), OptionalLong.of(step), other.isPresent(), state);
    }

    private static Before known(RunEntry entry) {
        return new Before(entry.id(), entry.number());
    }

    /** The run that it belongs below, if there is or was one. */
    public OptionalLong parent() {
        return below && before.isPresent()
                ? OptionalLong.of(before.get().id())
                : OptionalLong.empty();
    }
}
