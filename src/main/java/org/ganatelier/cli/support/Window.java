package org.ganatelier.cli.support;

import java.util.Optional;

/** The window, as the command line sees it. */
public interface Window {
    /** Why none can be opened here, with the remedy, in one sentence; empty where one can. */
    Optional<String> obstacle();

    /**
     * Opens the window and waits until it is closed.
     *
     * @return the exit code
     * @throws IllegalArgumentException with a sentence for the user where an option's value makes
     *     no sense
     * @throws CommandFailure where the window did open, and what it was opened for failed then
     */
    int open(StartOptions options);
}
