package org.ganatelier.session;

/** How a run stands. */
public enum RunStanding {
    TRAINING,
    PAUSED,
    /** It did all that was asked for. */
    DONE,
    /** It could not go on. */
    FAILED,
    /** Another run took its place, and it can come back. */
    PUT_AWAY,
    /** Only what it told is left. */
    TOLD
}
