package org.ganatelier.session;

/**
 * A message to the user that stays until it is dismissed.
 *
 * @param sentence what happened and what to do next, in plain words
 */
public record Notice(Level level, String sentence) {
    /** How much it matters. */
    public enum Level {
        INFORMATION,
        ERROR
    }
}
