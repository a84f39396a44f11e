package org.ganatelier.session;

/** What the window's run is doing. */
public enum TrainingState {
    /** There is no run yet. */
    IDLE("Ready"),
    /** Waits for the data or the engine. */
    LOADING("Loading"),
    TRAINING("Training"),
    PAUSED("Paused"),
    /** The run could not go on. */
    FAILED("Stopped by an error");

    private final String title;

    TrainingState(String title) {
        this.title = title;
    }

    /** As the status bar says it. */
    public String title() {
        return title;
    }
}
