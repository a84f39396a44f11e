package org.ganatelier.train;

/**
 * A step in which only one player took its turn.
 *
 * @param step how many steps were done before it
 * @param turn whose turn it was, not {@link Run.Turn#BOTH}
 */
public record PlayerStep(long step, Run.Turn turn) {
    public PlayerStep {
        if (turn == Run.Turn.BOTH) {
            throw new IllegalArgumentException("A step of both players is a whole one");
        }
    }
}
