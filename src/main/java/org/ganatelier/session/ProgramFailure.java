package org.ganatelier.session;

/**
 * An error that no part of the program expected.
 *
 * @param what happened, for the user
 * @param cause for a report
 * @param more how many errors came after it
 */
public record ProgramFailure(Happening what, Throwable cause, int more) {
    ProgramFailure withOneMore() {
        return new ProgramFailure(what, cause, more + 1);
    }
}
