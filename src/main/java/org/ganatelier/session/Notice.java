package org.ganatelier.session;

/** A message to the user that stays until it is dismissed. */
public record Notice(Level level, Happening what) {
    /** How much it matters. */
    public enum Level {
        INFORMATION,
        ERROR
    }
}
