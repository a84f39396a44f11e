package org.ganatelier.train;

import java.util.List;

/**
 * What was done to a run by hand while it went on: with its experiment, all that a replay from the
 * seed has to repeat. Pauses and the speed change no bit and are not among it.
 *
 * @param edits in order
 * @param halfSteps in order, at most one to a step; all other steps were whole ones
 */
public record Interventions(List<Edit> edits, List<PlayerStep> halfSteps) {
    /** Of a run that was left alone. */
    public static final Interventions NONE = new Interventions(List.of(), List.of());

    public Interventions {
        edits = List.copyOf(edits);
        halfSteps = List.copyOf(halfSteps);
    }
}
