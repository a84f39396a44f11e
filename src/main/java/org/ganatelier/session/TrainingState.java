package org.ganatelier.session;

/** What the window's run is doing. */
public enum TrainingState {
    /** There is no run yet. */
    IDLE,
    /** Waits for the data or the engine. */
    LOADING,
    TRAINING,
    PAUSED,
    /** The run could not go on. */
    FAILED
}
