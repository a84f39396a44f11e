package org.ganatelier.train;

/**
 * A place in a run of which a checkpoint was taken.
 *
 * @param step how many steps were done
 */
public record CheckpointMark(long step, Reason reason) {
    /** Why a checkpoint was taken. */
    public enum Reason {
        /** It is in a file. */
        SAVED,
        /** Another run took its place, and one may want to come back. */
        REPLACED
    }
}
