package org.ganatelier.project.sweep;

import org.ganatelier.train.quality.Score;

import java.util.List;
import java.util.Optional;

/**
 * What came of one training of a sweep, so far.
 *
 * @param legs what was reached at each rung, the newest last; at least one
 * @param attempt 1, or more where it had to be tried again
 * @param sha256 of the step, all arrays and all counters: the same bits give the same digits
 */
public record CellResult(
        String cell, Outcome outcome, List<Leg> legs, Place place, int attempt, String sha256) {
    /** How a training ended. */
    public enum Outcome {
        /** It went as far as it was told to, this time. */
        REACHED,
        /** A loss was no longer a number. */
        DIVERGED,
        /** A weight, or what an optimizer remembers, was no longer finite. */
        OVERFLOWED
    }

    /**
     * A part of a training, from one rung to the next.
     *
     * @param step at its end, counted from the beginning
     * @param seconds of training so far
     * @param score of its images, where there is one
     */
    public record Leg(long step, double seconds, Optional<Score> score) {}

    /**
     * What computed it.
     *
     * @param host the computer's name
     * @param processor what its maker calls it
     */
    public record Place(String host, String processor) {}

    public CellResult {
        legs = List.copyOf(legs);
        if (legs.isEmpty()) {
            throw new IllegalArgumentException("Nothing came of it");
        }
    }

    /** How far it came. */
    public Leg last() {
        return legs.getLast();
    }

    /** Whether it ended in numbers that are none. */
    public boolean failedToLearn() {
        return outcome != Outcome.REACHED;
    }

    /** How good its images were at a rung; empty where it did not come so far well. */
    public Optional<Score> scoreAt(int leg) {
        boolean well = leg < legs.size() - (failedToLearn() ? 1 : 0);
        return well ? legs.get(leg).score() : Optional.empty();
    }

    /** How good its newest images are. */
    public Optional<Score> score() {
        return scoreAt(legs.size() - 1);
    }
}
