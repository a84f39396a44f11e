package org.ganatelier.train.dissection;

/**
 * Which of a player's updates in a step.
 *
 * @param number from 1
 * @param count updates of the player in the step
 */
public record Place(int number, int count) {
    /** Whether there are others. */
    public boolean isOneOfSeveral() {
        return count > 1;
    }
}
